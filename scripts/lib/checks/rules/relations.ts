import type { Finding } from "#site/lib/finding.ts";
import { deleteEntry, replaceValue } from "../fix/edits.ts";
import type { Article, Content, Rule } from "../model.ts";
import { createMoved, type Moved } from "../moved.ts";
import { error, withFix } from "../report.ts";
import { namedBy, successorOf } from "../successor.ts";

/** Fields of the front matter that name other articles. */
export const relationFields = ["related", "prerequisites", "nextSteps"] as const;
type Field = (typeof relationFields)[number];

/** related/*: related articles, prerequisites and next steps exist and can be read. */
export const relations: Rule = (content) => {
	const moved = createMoved(content);
	return content.articles.flatMap((article) =>
		relationFields.flatMap((field) =>
			(article.frontMatter.data?.[field] ?? []).flatMap((id, index, all) =>
				check({ article, field, id, index, again: all.indexOf(id) < index }, content, moved),
			),
		),
	);
};

interface Relation {
	article: Article;
	field: Field;
	id: string;
	index: number;
	again: boolean;
}

function check({ article, field, id, index, again }: Relation, content: Content, moved: Moved): Finding[] {
	const place = article.frontMatter.locateValue([field, index]);
	const target = namedBy(article, id, content);
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
			withFix(
				error("related/twice", article, place, {
					what: `"${field}" names ${id} twice`,
					why: "Readers would see the same link twice.",
					remedy: "Delete one of the lines.",
				}),
				deleteEntry(article, place),
			),
		];
	const now = target ? undefined : (moved(id, article.locale) ?? moved(id));
	if (now) return [elsewhere("related/exists", { article, field, id, index, again }, `was moved to ${now.id}`, now.id, "Nothing stands at the old id.")];
	if (!target) {
		const meant = content.meant.article(id);
		return [
			error("related/exists", article, place, {
				what: `"${field}" names ${id}, which does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
				why,
				remedy: meant ? `Write ${meant}` : "Correct the id (the path below the locale, without extension), or delete the line.",
			}),
		];
	}
	if (target.archived) {
		const successor = successorOf(target, content)?.id;
		const how = `is archived${successor === undefined ? "" : ` and replaced by ${successor}`}`;
		return [elsewhere("related/archived", { article, field, id, index, again }, how, successor, "An archived article no longer holds.")];
	}
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

/** Readers are led to what holds now; where that is named already, the entry is one too many. */
function elsewhere(rule: string, { article, field, id, index }: Relation, how: string, now: string | undefined, why: string): Finding {
	const place = article.frontMatter.locateValue([field, index]);
	const named = relationFields.some((other) => article.frontMatter.data?.[other].some((known) => known === now));
	const isNew = now !== undefined && now !== article.id && !named;
	const finding = error(rule, article, place, {
		what: `"${field}" names ${id}, which ${how}`,
		why,
		remedy: isNew ? `Write ${now}` : now === undefined ? "Name the article that replaced it, or delete the line." : "Delete the line.",
	});
	return withFix(finding, isNew ? replaceValue(article, place, id, now) : now === undefined ? undefined : deleteEntry(article, place));
}
