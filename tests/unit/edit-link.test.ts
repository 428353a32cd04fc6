import { describe, expect, it } from "vitest";
import { readDataFile } from "#site/lib/data-file.ts";
import { editLink } from "#site/lib/edit-link.ts";
import { repositorySchema } from "#site/schemas/repository.ts";

const article = "en/data-entry/add-a-value.mdx";

function link(repository: Parameters<typeof repositorySchema.parse>[0], path = article): string | null {
	return editLink({ repository: repositorySchema.parse(repository) }, path);
}

describe("the link that edits an article", () => {
	it.each([
		["https://github.com/example/help", "https://github.com/example/help/edit/main/content/articles/en/data-entry/add-a-value.mdx"],
		["https://gitlab.com/group/sub/help", "https://gitlab.com/group/sub/help/-/edit/main/content/articles/en/data-entry/add-a-value.mdx"],
		["https://gitlab.example.com/help/help", "https://gitlab.example.com/help/help/-/edit/main/content/articles/en/data-entry/add-a-value.mdx"],
		["https://bitbucket.org/example/help", "https://bitbucket.org/example/help/src/main/content/articles/en/data-entry/add-a-value.mdx?mode=edit&at=main"],
		["https://codeberg.org/example/help", "https://codeberg.org/example/help/_edit/main/content/articles/en/data-entry/add-a-value.mdx"],
		[
			"https://dev.azure.com/example/support/_git/help",
			"https://dev.azure.com/example/support/_git/help?path=/content/articles/en/data-entry/add-a-value.mdx&version=GBmain",
		],
	])("needs only the address of the repository: %s", (url, expected) => {
		expect(link({ url })).toBe(expected);
	});

	it.each([
		["github", "https://git.example.com/x/y/edit/main/content/articles/en/data-entry/add-a-value.mdx"],
		["gitlab", "https://git.example.com/x/y/-/edit/main/content/articles/en/data-entry/add-a-value.mdx"],
		["bitbucket", "https://git.example.com/x/y/src/main/content/articles/en/data-entry/add-a-value.mdx?mode=edit&at=main"],
		["gitea", "https://git.example.com/x/y/_edit/main/content/articles/en/data-entry/add-a-value.mdx"],
		["azure", "https://git.example.com/x/y?path=/content/articles/en/data-entry/add-a-value.mdx&version=GBmain"],
	])("follows the named host where the address does not tell it: %s", (host, expected) => {
		expect(link({ url: "https://git.example.com/x/y.git/", host })).toBe(expected);
	});

	it("takes any branch and folder, and escapes what an address cannot hold", () => {
		const odd = { branch: "docs/spring #1", folder: "/help centre/inhalt?/" };
		expect(link({ url: "https://github.com/example/help", ...odd }, "de/größe & maß/100%.mdx")).toBe(
			"https://github.com/example/help/edit/docs/spring%20%231/help%20centre/inhalt%3F/articles/de/gr%C3%B6%C3%9Fe%20%26%20ma%C3%9F/100%25.mdx",
		);
		expect(link({ url: "https://bitbucket.org/example/help", ...odd }, "a.mdx")).toBe(
			"https://bitbucket.org/example/help/src/docs/spring%20%231/help%20centre/inhalt%3F/articles/a.mdx?mode=edit&at=docs%2Fspring%20%231",
		);
	});

	it("leads to the top of a repository that is the content folder itself", () => {
		expect(link({ url: "https://github.com/example/help", folder: "" })).toBe(
			"https://github.com/example/help/edit/main/articles/en/data-entry/add-a-value.mdx",
		);
	});

	it("can be any address that the file's path follows", () => {
		expect(editLink({ editBase: "https://git.example.com/edit?file=articles/" }, article)).toBe(
			"https://git.example.com/edit?file=articles/en/data-entry/add-a-value.mdx",
		);
	});

	it("is absent where nothing is configured", () => {
		expect(editLink({}, article)).toBeNull();
	});
});

describe("a repository that cannot be used", () => {
	it.each(["git@github.com:example/help.git", "ssh://git@github.com/example/help", "github.com/example/help"])("is not an address for browsers: %s", (url) => {
		const [problem] = readDataFile(repositorySchema, `url: "${url}"`, "site.yml").problems;
		expect(problem?.what).toBe(`"url" is "${url}"; it must be the address that the browser shows, like \`https://github.com/example/help-centre\``);
	});

	it("has an address that does not tell the host", () => {
		const [problem] = readDataFile(repositorySchema, "url: https://git.example.com/x/y", "site.yml").problems;
		expect(problem?.what).toMatchInlineSnapshot(
			`""url" is "https://git.example.com/x/y"; it must have a \`host\` beside it, since it does not tell: github, gitlab, bitbucket, gitea, azure"`,
		);
	});
});
