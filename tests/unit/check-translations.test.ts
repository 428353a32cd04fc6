import { describe, expect, test } from "vitest";
import { contentWith, findingsWith } from "./check-content.ts";

const names = `name: Deutsch
categories:
  data-entry: { title: Daten eingeben, summary: Werte eintragen. }
`;
const translated = (checked = "2026-11-20", more = "") => `---
title: Wie trage ich einen Wert ein?
summary: Öffnen Sie die Metrik und tippen Sie den Wert ein.
translation:
  checked: ${checked}
${more}---

<QuickAnswer>

Öffnen Sie **Data** und tippen Sie.

</QuickAnswer>

<Steps>

<Step title="Öffnen">

Öffnen Sie [die Übersicht](/data-entry/).

</Step>

</Steps>
`;
const path = "articles/de/data-entry/add-a-value.mdx";
const source = "articles/en/data-entry/add-a-value.mdx";
const locale = { "data/locales/de.yml": names };

/** What is found beside what the article itself lacks by its template, and the topics without a name. */
function about(changes: Parameters<typeof findingsWith>[0]): string[] {
	return findingsWith(changes).filter((finding) => / {2}(?:translation\/(?!names)|front-matter\/|data\/)/.test(finding));
}

describe("a translation", () => {
	test("needs its own words and nothing else", () => {
		expect(about({ ...locale, [path]: translated() })).toEqual([]);
		expect(contentWith({ ...locale, [path]: translated() }).byId.get("de:data-entry/add-a-value")).toMatchObject({
			type: "how-to",
			address: "/de/data-entry/add-a-value/",
		});
	});

	test("may not say what its source says of both", () => {
		expect(about({ ...locale, [path]: translated("2026-11-20", "owner: other-team\n") })).toEqual([expect.stringContaining("owner")]);
	});

	test("in a folder that no language is called by is refused", () => {
		expect(about({ [path.replace("/de/", "/de_AT/")]: translated() })).toMatchInlineSnapshot(`
			[
			  "articles/de_AT/data-entry/add-a-value.mdx:1:1  error  translation/language  the folder de_AT is named by no language
			  Why: Numbers and plurals are written by that name; the build would stop.
			  Do:  Rename it, like de or pt-BR (with a hyphen).",
			]
		`);
	});

	test("without a source is refused", () => {
		expect(about({ ...locale, "articles/de/data-entry/no-such.mdx": translated() })).toMatchInlineSnapshot(`
			[
			  "articles/de/data-entry/no-such.mdx:4:1  error  translation/source  there is no articles/en/data-entry/no-such.mdx that this could be a translation of
			  Why: Type, topic, owner and review of a translation are those of its source.
			  Do:  Move it to the path of its source; or, if it has none, replace \`translation\` by fields of its own, type and owner first.",
			]
		`);
	});

	test("of before a major change of its source is outdated, of before a minor one is not", () => {
		const changed = (significance: string) => (text: string) =>
			text.replace(/^type: .*$/m, (line) => `${line}\nchanges:\n  - { on: 2026-11-10, significance: ${significance}, what: Values are saved at once. }`);
		expect(about({ ...locale, [path]: translated("2026-11-01"), [source]: changed("major") })).toMatchInlineSnapshot(`
			[
			  "articles/de/data-entry/add-a-value.mdx:5:3  warning  translation/outdated  the source has changed since 2026-11-01: Values are saved at once. (2026-11-10)
			  Why: Readers of this language are told something that does not hold any more; the page says so.
			  Do:  Bring the translation up to date, then set translation.checked to today.",
			]
		`);
		expect(about({ ...locale, [path]: translated("2026-11-10"), [source]: changed("major") })).toEqual([]);
		expect(about({ ...locale, [path]: translated("2026-11-01"), [source]: changed("minor") })).toEqual([]);
	});
});

describe("names of topics in another language", () => {
	test("are there for each topic, and for nothing else", () => {
		const findings = findingsWith({ "data/locales/de.yml": names.replace("data-entry:", "no-such-topic:") }).filter((finding) =>
			finding.includes("translation/names"),
		);
		expect(findings).toMatchInlineSnapshot(`
			[
			  "data/locales/de.yml:2:1  warning  translation/names  these topics have no name in de: data-entry, reporting, reporting/frameworks, release-notes
			  Why: Readers of this language see the name in the centre's first one.
			  Do:  Give each a title and a summary.",
			  "data/locales/de.yml:3:3  warning  translation/names  no-such-topic is no topic of data/categories.yml
			  Why: Its name is shown nowhere.
			  Do:  Correct the path, or delete it.",
			]
		`);
	});

	test("are for nothing that support does not have", () => {
		const words = `${names}support:\n  categories: { no-such-topic: { label: Nichts } }\n  holidays: { Christmas: Weihnachten }\n`;
		const findings = findingsWith({ "data/locales/de.yml": words }).filter((finding) => finding.includes("support.yml"));
		expect(findings).toMatchInlineSnapshot(`
			[
			  "data/locales/de.yml:5:17  warning  translation/names  no-such-topic is not in data/support.yml
			  Why: These words are shown nowhere.
			  Do:  Write it as it stands there, or delete it.",
			  "data/locales/de.yml:6:15  warning  translation/names  Christmas is not in data/support.yml
			  Why: These words are shown nowhere.
			  Do:  Write it as it stands there, or delete it.",
			]
		`);
	});

	test("stand in a file that is read by its schema", () => {
		expect(about({ "data/locales/de.yml": "nam: Deutsch\n" }).join("\n")).toMatch(/data\/locales\/de\.yml:1:1 {2}error[\s\S]*name/);
	});
});
