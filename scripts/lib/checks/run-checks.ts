import type { Finding } from "#site/lib/finding.ts";
import type { Content, Rule } from "./model.ts";
import { addresses } from "./rules/addresses.ts";
import { answers } from "./rules/answers.ts";
import { archived } from "./rules/archived.ts";
import { categories } from "./rules/categories.ts";
import { knownComponents } from "./rules/components.ts";
import { headings } from "./rules/headings.ts";
import { imageFiles } from "./rules/image-files.ts";
import { images } from "./rules/images.ts";
import { jargon } from "./rules/jargon.ts";
import { links } from "./rules/links.ts";
import { markdown } from "./rules/markdown.ts";
import { nearDuplicates } from "./rules/near-duplicates.ts";
import { sectionOrder } from "./rules/order.ts";
import { orphans } from "./rules/orphans.ts";
import { personalData } from "./rules/personal-data.ts";
import { quickAnswer } from "./rules/quick-answer.ts";
import { readability } from "./rules/readability.ts";
import { redirects } from "./rules/redirects.ts";
import { namedArticles, routing, searchTests } from "./rules/references.ts";
import { relations } from "./rules/relations.ts";
import { reviews } from "./rules/reviews.ts";
import { schema } from "./rules/schema.ts";
import { stubs } from "./rules/stubs.ts";
import { summaryEcho } from "./rules/summary.ts";
import { synonyms } from "./rules/synonyms.ts";
import { syntax } from "./rules/syntax.ts";
import { requiredSections } from "./rules/template.ts";
import { titleLanguage } from "./rules/title-language.ts";
import { duplicateTitles } from "./rules/titles.ts";
import { todo } from "./rules/todo.ts";
import { translations } from "./rules/translations.ts";
import { troubleshooters } from "./rules/troubleshooters.ts";
import { widget } from "./rules/widget.ts";

/** Rules that read the words of each article by itself: what they say of one does not depend on any other. */
const readers: Rule[] = [summaryEcho, todo, titleLanguage, readability, jargon, personalData, markdown];

const rules: Rule[] = [
	schema,
	syntax,
	knownComponents,
	requiredSections,
	stubs,
	troubleshooters,
	sectionOrder,
	headings,
	quickAnswer,
	links,
	relations,
	archived,
	orphans,
	images,
	imageFiles,
	categories,
	addresses,
	answers,
	duplicateTitles,
	nearDuplicates,
	reviews,
	translations,
	redirects,
	synonyms,
	searchTests,
	namedArticles,
	routing,
	widget,
];

/**
 * Asks every rule; the findings are in the order of files and lines.
 *
 * @param read paths of the articles whose words are wanted; default: all. What articles have to do with each other is looked at in any case.
 */
export function runChecks(content: Content, read?: ReadonlySet<string>): Finding[] {
	const words = read ? { ...content, articles: content.articles.filter(({ path }) => read.has(path)) } : content;
	return inOrder(forgiveImported([...rules.flatMap((rule) => rule(content)), ...readers.flatMap((rule) => rule(words))], content));
}

/** What would stop the build, hide a page or harm somebody is an error on an imported article too. */
const unforgiven =
	/^(front-matter|mdx|addresses|categories|secrets|troubleshooter)\/|^template\/(html|unknown-component|component-place|no-imports)$|^images\/(exists|unreadable)$/;

/** What an imported article falls short of is a warning until somebody adopts it. */
function forgiveImported(findings: Finding[], { articles }: Content): Finding[] {
	const imported = new Set(articles.filter((article) => article.imported).map(({ file }) => file));
	return findings.map((finding) => (imported.has(finding.file) && !unforgiven.test(finding.rule) ? { ...finding, level: "warning" } : finding));
}

/** Findings in the order of files and lines. */
export function inOrder(findings: Finding[]): Finding[] {
	return findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
