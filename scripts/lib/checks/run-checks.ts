import type { Finding } from "#site/lib/finding.ts";
import type { Content, Rule } from "./model.ts";
import { addresses } from "./rules/addresses.ts";
import { answers } from "./rules/answers.ts";
import { categories } from "./rules/categories.ts";
import { knownComponents } from "./rules/components.ts";
import { headings } from "./rules/headings.ts";
import { images } from "./rules/images.ts";
import { links } from "./rules/links.ts";
import { sectionOrder } from "./rules/order.ts";
import { quickAnswer } from "./rules/quick-answer.ts";
import { redirects } from "./rules/redirects.ts";
import { namedArticles, routing, searchTests } from "./rules/references.ts";
import { relations } from "./rules/relations.ts";
import { reviews } from "./rules/reviews.ts";
import { schema } from "./rules/schema.ts";
import { syntax } from "./rules/syntax.ts";
import { requiredSections } from "./rules/template.ts";
import { duplicateTitles } from "./rules/titles.ts";
import { todo } from "./rules/todo.ts";

const rules: Rule[] = [
	schema,
	syntax,
	knownComponents,
	requiredSections,
	sectionOrder,
	headings,
	quickAnswer,
	todo,
	links,
	relations,
	images,
	categories,
	addresses,
	answers,
	duplicateTitles,
	reviews,
	redirects,
	searchTests,
	namedArticles,
	routing,
];

/** Asks every rule; the findings are in the order of files and lines. */
export function runChecks(content: Content): Finding[] {
	return inOrder(
		forgiveImported(
			rules.flatMap((rule) => rule(content)),
			content,
		),
	);
}

/** What would stop the build, hide a page or harm somebody is an error on an imported article too. */
const unforgiven = /^(front-matter|mdx|addresses|categories|secrets)\/|^template\/(html|unknown-component|component-place|no-imports)$|^images\/exists$/;

/** What an imported article falls short of is a warning until somebody adopts it. */
function forgiveImported(findings: Finding[], { articles }: Content): Finding[] {
	const imported = new Set(articles.filter((article) => article.imported).map(({ file }) => file));
	return findings.map((finding) => (imported.has(finding.file) && !unforgiven.test(finding.rule) ? { ...finding, level: "warning" } : finding));
}

/** Findings in the order of files and lines. */
export function inOrder(findings: Finding[]): Finding[] {
	return findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
