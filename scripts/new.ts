import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { contentFolder } from "#site/lib/content-folder.ts";
import { nearest } from "#site/lib/nearest.ts";
import { plainLine } from "#contract/plain-line.ts";
import { articleSchema, articleTypes } from "#site/schemas/article.ts";
import type { ArticleType } from "#site/schemas/article.ts";
import { buildContent, categoryPaths } from "./lib/checks/build-content.ts";
import type { Content } from "./lib/checks/model.ts";
import { displayPath, readContent } from "./lib/checks/read-content.ts";
import { today } from "./lib/checks/today.ts";
import { fail, misuse, runCommand } from "./lib/command-line.ts";
import type { ExitCode } from "./lib/command-line.ts";
import { fillTemplate, slugOf, templateName } from "./lib/templates/fill.ts";
import { similarArticle } from "./lib/templates/similar.ts";
import type { Comparable, Similar } from "./lib/templates/similar.ts";

const usage = `
Usage: npm run new -- <type> "How do I …?" [--category data-entry] [--owner team] [--slug words] [--force]

Makes a new article with everything its type needs and hints on what to write.

  type        ${articleTypes.join(", ")}
  --category  folder of the article; asked for when left out
  --owner     team that keeps it true; default: git's user.name
  --slug      last part of the address; default: made from the title
  --force     makes it even if an article says nearly the same by its title, keywords or summary
  --help      this text

Exit code: 0 done, 1 the article or a similar one exists, 2 wrong use.
`;

/** A title has at most 90, and addresses are read aloud; file systems end at 255. */
const longestSlug = 100;

await runCommand({
	usage,
	options: { category: { type: "string" }, owner: { type: "string" }, slug: { type: "string" }, force: { type: "boolean" } },
	async main({ values, positionals }): Promise<ExitCode> {
		const type = readType(positionals[0]);
		const title = readTitle(positionals.slice(1));
		const folder = contentFolder();
		const content = buildContent(readContent(folder), today());
		const similar = values.force ? undefined : findSimilar(title, content);
		if (similar) {
			const { article, why } = similar;
			return fail(
				`There is already an article that says nearly the same: "${plainLine(article.title ?? article.file)}"\n${plainLine(article.file)}\n  Why: ${plainLine(why)}\n  Do:  Improve that one, or choose a title that says what is different. With --force the new one is made all the same.`,
			);
		}
		const category = await readCategory(values.category, content);
		const slug = readSlug(values.slug ?? slugOf(title));
		const owner = readOwner(values.owner);

		const id = `${category}/${slug}`;
		const file = join(folder, "articles", content.defaultLocale, `${id}.mdx`);
		if (existsSync(file)) return fail(`There is already an article at ${displayPath(file)}\nChoose another title or --slug, or improve that article.`);

		const template = readFileSync(join(import.meta.dirname, "lib/templates", templateName(type)), "utf8");
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, fillTemplate(template, { title, owner, today: today() }), { flag: "wx" });
		console.log(
			`Created  ${displayPath(file)}\nAddress  /${id}/ (a draft: \`npm run dev\` shows it, readers don't see it)\nNext     replace every TODO, then: npm run check -- ${displayPath(file)}`,
		);
		return 0;
	},
});

function findSimilar(title: string, { articles, defaultLocale }: Content): Similar<Comparable & { file: string }> | undefined {
	return similarArticle(
		title,
		articles
			.filter(({ locale, archived }) => locale === defaultLocale && !archived)
			.map(({ file, title: theirs, frontMatter: { data } }) => ({ file, title: theirs, keywords: data?.keywords ?? [], summary: data?.summary ?? "" })),
		defaultLocale,
	);
}

function readType(type: string | undefined): ArticleType {
	const known = articleTypes.find((name) => name === type);
	if (known) return known;
	if (type === undefined) return misuse(`Say which type of article; allowed: ${articleTypes.join(", ")}`);
	const meant = nearest(type, articleTypes);
	return misuse(`"${type}" is not a type of article${meant ? ` (did you mean "${meant}"?)` : ""}; allowed: ${articleTypes.join(", ")}`);
}

function readTitle(words: string[]): string {
	const title = words
		.join(" ")
		.replace(/[\s\p{Cc}]+/gu, " ")
		.trim();
	if (title === "") return misuse('Say the title in quotes, like "How do I add ESG data?"');
	const result = articleSchema.shape.title.safeParse(title);
	return result.success ? result.data : misuse(`The title has ${title.length} characters; allowed: 5 to 90`);
}

async function readCategory(typed: string | undefined, content: Content): Promise<string> {
	const { data, file, problems } = content.data.categories;
	if (!data) return fail(`${file} cannot be read: ${problems[0]?.what ?? "unknown reason"}\nRun npm run check to see more.`);
	const known = categoryPaths(data);
	const category = (typed ?? (process.stdin.isTTY ? await ask(known) : "")).trim().replace(/^\/|\/$/g, "");
	if (known.includes(category)) return category;
	if (category === "") return misuse(`Say which category with --category; categories: ${known.join(", ")}`);
	const meant = nearest(category, known);
	return misuse(`"${category}" is not a category${meant ? ` (did you mean "${meant}"?)` : ""}; categories: ${known.join(", ")}`);
}

async function ask(known: string[]): Promise<string> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const answer = await terminal.question(`${known.map((name, index) => `${String(index + 1).padStart(3)}  ${name}`).join("\n")}\nCategory (number or name): `);
	terminal.close();
	return known[Number(answer) - 1] ?? answer;
}

function readSlug(slug: string): string {
	if (slug === "") return misuse("The title has no letters a–z to make an address of; say it with --slug");
	if (slug.length > longestSlug)
		return misuse(`The last part of the address has ${slug.length} characters; at most ${longestSlug} are allowed. Say a shorter one with --slug`);
	return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
		? slug
		: misuse(`"${slug}" cannot be part of an address; say --slug with lower-case words a–z joined by hyphens`);
}

function readOwner(typed: string | undefined): string {
	const owner = typed?.trim() || slugOfOwner(gitUserName());
	return owner === "" ? misuse("Say which team keeps the article true with --owner; git knows no user.name here") : owner;
}

function gitUserName(): string {
	try {
		return execFileSync("git", ["config", "user.name"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
	} catch {
		return "";
	}
}

function slugOfOwner(name: string): string {
	return name
		.toLowerCase()
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
}
