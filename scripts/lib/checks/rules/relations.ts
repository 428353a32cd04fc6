import type { Finding } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import type { Article, Content, Rule } from "../model.ts";
import { error } from "../report.ts";

const fields = ["related", "prerequisites", "nextSteps"] as const;
type Field = (typeof fields)[number];

/** related/*: related articles, prerequisites and next steps exist and can be read. */
export const relations: Rule = (content) =>
	content.articles.flatMap((article) =>
		fields.flatMap((field) =>
			(article.frontMatter.data?.[field] ?? []).flatMap((id, index, all) => check({ article, field, id, index, again: all.indexOf(id) < index }, content)),
		),
	);

interface Relation {
	article: Article;
	field: Field;
	id: string;
	index: number;
	again: boolean;
}

function check({ article, field, id, index, again }: Relation, { byId, defaultLocale }: Content): Finding[] {
	const place = article.frontMatter.locateValue([field, index]);
	const target = byId.get(`${article.locale}:${id}`) ?? byId.get(`${defaultLocale}:${id}`);
	const why = "Readers would be sent to a page that is not there.";
	if (id === article.id)
		return [
			error("related/self", article, place, {
				what: `"${field}" names the article itself`,
				why: "Readers would be sent to where they are.",
				remedy: "Delete the line or name another article.",
			}),
		];
	if (again)
		return [
			error("related/twice", article, place, {
				what: `"${field}" names ${id} twice`,
				why: "Readers would see the same link twice.",
				remedy: "Delete one of the lines.",
			}),
		];
	if (!target) {
		const ids = [...byId.values()].map((other) => other.id);
		const meant = ids.find((other) => other.split("/").at(-1) === id.split("/").at(-1)) ?? nearest(id, ids);
		return [
			error("related/exists", article, place, {
				what: `"${field}" names ${id}, which does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
				why,
				remedy: meant ? `Write ${meant}` : "Correct the id (the path below the locale, without extension), or delete the line.",
			}),
		];
	}
	if (target.archived)
		return [
			error("related/archived", article, place, {
				what: `"${field}" names ${id}, which is archived`,
				why: "An archived article no longer holds.",
				remedy: "Name the article that replaced it, or delete the line.",
			}),
		];
	if (target.draft && !article.draft)
		return [
			error("related/draft", article, place, {
				what: `"${field}" names ${id}, which is a draft`,
				why,
				remedy: `Publish ${target.file} first, or delete the line.`,
			}),
		];
	return [];
}
