import type { Finding, Fix } from "#site/lib/finding.ts";
import { redirectProblems, type PlacedRedirect, type RedirectProblem } from "#site/lib/redirect-problems.ts";
import { redirectsPath } from "../fix/add-redirect.ts";
import { deleteEntry, replaceValue, type Editable } from "../fix/edits.ts";
import type { Content, Rule } from "../model.ts";
import { error, withFix } from "../report.ts";

/** A redirect and where to mend it. */
export interface EditableRedirect extends PlacedRedirect {
	/** The file it is written in. */
	editable: Editable;
	/** Where the whole entry of its list stands. */
	entry: PlacedRedirect["source"];
}

/** redirects/*: every old address leads to a page of this site in one step. */
export const redirects: Rule = (content) => {
	const all = allRedirects(content);
	const editables = new Map<PlacedRedirect, EditableRedirect>(all.map((redirect) => [redirect, redirect]));
	const problems = redirectProblems(all, {
		isPage: (path) => content.pages.has(path),
		placesOf: (path) => content.pages.get(path)?.article?.body?.ids,
		meantPage: (path) => content.meant.page(path),
	});
	return problems.map((problem) => toFinding(problem, editables.get(problem.redirect)));
};

/** Redirects of `redirects.yml` and of published articles. */
export function allRedirects({ articles, data, texts }: Content): EditableRedirect[] {
	const { redirects: listed } = data;
	const editable = { path: redirectsPath, text: texts.get(redirectsPath) ?? "" };
	const inFile = (listed.data ?? []).map(({ from, to }, index) => ({
		from,
		to,
		file: listed.file,
		source: listed.locateValue([index, "from"]),
		target: listed.locateValue([index, "to"]),
		entry: listed.locateValue([index]),
		editable,
	}));
	const inArticles = articles.flatMap((article) =>
		(article.draft ? [] : (article.frontMatter.data?.redirectFrom ?? [])).map((from, index) => {
			const place = article.frontMatter.locateValue(["redirectFrom", index]);
			return { from, to: article.address, file: article.file, source: place, target: place, entry: place, editable: article };
		}),
	);
	return [...inFile, ...inArticles];
}

function toFinding(problem: RedirectProblem, redirect: EditableRedirect | undefined): Finding {
	const { rule, at, what, why, remedy } = problem;
	return withFix(error(rule, problem.redirect, problem.redirect[at], { what, why, remedy }), redirect && fixOf(problem, redirect));
}

/** Only what leaves no choice. */
function fixOf({ write, again, redirect: { to } }: RedirectProblem, { target, entry, editable }: EditableRedirect): Fix | undefined {
	if (again) return deleteEntry(editable, entry);
	return write === undefined ? undefined : replaceValue(editable, target, to, write);
}
