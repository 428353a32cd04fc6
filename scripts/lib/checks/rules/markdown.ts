import fencedCodeFlag from "remark-lint-fenced-code-flag";
import noDuplicateDefinitions from "remark-lint-no-duplicate-definitions";
import noEmptyUrl from "remark-lint-no-empty-url";
import noReferenceLikeUrl from "remark-lint-no-reference-like-url";
import noShellDollars from "remark-lint-no-shell-dollars";
import noUndefinedReferences from "remark-lint-no-undefined-references";
import noUnusedDefinitions from "remark-lint-no-unused-definitions";
import { unified } from "unified";
import { VFile } from "vfile";
import type { Root } from "mdast";
import type { Finding, Place } from "#site/lib/finding.ts";
import { markdownAdvice } from "../markdown-advice.ts";
import type { MarkdownProblem } from "../markdown-advice.ts";
import type { Article, Rule } from "../model.ts";
import { bodySource } from "../parse-body.ts";
import { offsetOf } from "../positions.ts";
import { warning, withFix } from "../report.ts";

const definition = /^[ \t>]*\[[^\]\n]+\]:/m;

/** The rules of remark-lint, each with the signs without which no text can break it: most texts need not be walked. */
const rules = [
	{ plugin: noEmptyUrl, signs: /\]\(\s*(?:<>|[#?])?[\s)]|\]:\s*(?:<>|[#?])/ },
	{ plugin: noUndefinedReferences, signs: /\]\s?\[|\[\^|\] \((?:\/|#|h)|!\[[^\]\n]{0,1000}\](?!\()/ },
	{ plugin: noDuplicateDefinitions, signs: definition },
	{ plugin: noUnusedDefinitions, signs: definition },
	{ plugin: noReferenceLikeUrl, signs: definition },
	{ plugin: noShellDollars, signs: /^[ \t>]*\$[ \t]/m },
	{ plugin: fencedCodeFlag, signs: /^[ \t>*+\d.-]*(?:`{3,}|~{3,})[ \t]*\r?$/m },
].map(({ plugin, signs }) => ({
	signs,
	processor: unified()
		.use(plugin as () => (tree: Root, file: VFile) => void)
		.freeze(),
}));

/** markdown/*: what remark-lint finds in the text, in our words. Links that are written wrongly, code that cannot be copied. */
export const markdown: Rule = ({ articles }) => articles.flatMap(check);

function check(article: Article): Finding[] {
	const { body, text, frontMatter } = article;
	const broken = body ? rules.filter(({ signs }) => signs.test(text)) : [];
	if (!body || broken.length === 0) return [];
	const file = new VFile({ value: bodySource(text, frontMatter) });
	for (const { processor } of broken) processor.runSync(body.tree, file);
	const seen = new Set<string>();
	return file.messages.flatMap(({ ruleId = "", place }) => {
		if (!place || !("start" in place)) return [];
		// A definition that is there twice and used nowhere is one problem.
		const key = /definitions/.test(ruleId) ? `definition:${place.start.line}` : `${ruleId}:${place.start.line}:${place.start.column}`;
		if (seen.has(key)) return [];
		seen.add(key);
		return describe(article, ruleId, place.start, place.end);
	});
}

function describe(article: Article, ruleId: string, start: Place, end: Place): Finding[] {
	const advice = Object.hasOwn(markdownAdvice, ruleId) ? markdownAdvice[ruleId] : undefined;
	const from = offsetOf(article.text, start);
	const to = offsetOf(article.text, end);
	const problem: MarkdownProblem = { source: article.text.slice(from, to), after: article.text.slice(to, to + 20) };
	const what = advice?.what(problem);
	if (!advice || what === undefined) return [];
	const fixed = advice.fixed?.(problem);
	const fix = fixed === undefined ? undefined : { path: article.path, start: from, end: to, text: fixed };
	return [withFix(warning(`markdown/${ruleId}`, article, start, { what, why: advice.why, remedy: advice.remedy }), fix)];
}
