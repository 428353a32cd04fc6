import { splitAddress } from "#contract/old-addresses.ts";
import type { Finding } from "#site/lib/finding.ts";
import { withSlash } from "#site/lib/paths.ts";
import type { Article, Content, Rule } from "../model.ts";
import { startOfBody, warning } from "../report.ts";
import { namedBy } from "../successor.ts";
import { relationFields } from "./relations.ts";

/** related/orphan: some article leads to every article. related/none: and every article leads on. */
export const orphans: Rule = (content) => {
	const shown = content.articles.filter(isShown);
	const reached = new Set(shown.flatMap((article) => targetsOf(article, content).filter((target) => target !== article)));
	// What leads to a translation, and on from it, is what leads to its source.
	const own = shown.filter(({ frontMatter }) => !frontMatter.translation);
	return own.flatMap((article) => [...(reached.has(article) ? [] : orphan(article)), ...none(article, content)]);
};

function isShown({ draft, archived, body }: Article): boolean {
	return !draft && !archived && body !== undefined;
}

/** Ids that a field names, also when the front matter has problems elsewhere. */
function idsIn({ frontMatter }: Article, field: string): string[] {
	const named = frontMatter.raw[field];
	return Array.isArray(named) ? named.filter((id) => typeof id === "string") : [];
}

/** Articles that an article leads to, by its text or its front matter. */
function targetsOf(article: Article, content: Content): Article[] {
	const named = relationFields.flatMap((field) => idsIn(article, field));
	return [
		...named.flatMap((id) => namedBy(article, id, content) ?? []),
		...(article.body?.links ?? []).flatMap(({ url }) => content.pages.get(pathOf(url))?.article ?? []),
	];
}

function pathOf(url: string): string {
	const { path } = splitAddress(url);
	return path === "" ? path : withSlash(path);
}

function orphan(article: Article): Finding[] {
	if (article.type === "release-notes" || article.frontMatter.raw["featured"] === true) return [];
	return [
		warning("related/orphan", article, article.frontMatter.locate(["title"]), {
			what: "no other article leads here",
			why: "Readers find it only if they search for the right words or open its category.",
			remedy: `Add ${article.id} to the related or nextSteps of an article on the same subject, or link to ${article.address} in a text.`,
		}),
	];
}

/** A page of the centre's own, like the contact form, leads nobody on to more knowledge. */
function leadsOn(article: Article, { pages }: Content): boolean {
	if ([...idsIn(article, "related"), ...idsIn(article, "nextSteps")].length > 0) return true;
	return (article.body?.links ?? []).some(({ url }) => {
		if (/^(https?:)?\/\//i.test(url)) return true;
		const page = pages.get(pathOf(url));
		return page !== undefined && page.kind !== "page" && page.article !== article;
	});
}

function none(article: Article, content: Content): Finding[] {
	if (article.type === "release-notes" || leadsOn(article, content)) return [];
	return [
		warning("related/none", article, startOfBody(article), {
			what: "the article leads nowhere on: no related article, no next step, no link",
			why: "A reader whom it does not help has to start again.",
			remedy: "Name one to six articles on the same subject under related, or what comes after under nextSteps.",
		}),
	];
}
