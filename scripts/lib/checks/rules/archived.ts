import type { Finding } from "#site/lib/finding.ts";
import { replaceValue } from "../fix/edits.ts";
import type { Article, Content, Rule } from "../model.ts";
import { createMoved, type Moved } from "../moved.ts";
import { error, startOfBody, warning, withFix } from "../report.ts";
import { namedBy, replacedBy, successorOf } from "../successor.ts";

const why = "Readers of an archived article are led to its successor; they would end where nothing holds.";

/** archived/successor: the successor can be read. archived/replaced: only archived articles have one. archived/none: and they should. */
export const archived: Rule = (content) => {
	const moved = createMoved(content);
	return content.articles.flatMap((article) => {
		const id = replacedBy(article);
		if (!article.archived) return id === undefined ? [] : [notArchived(article, id)];
		return id === undefined ? [noSuccessor(article)] : checkSuccessor(article, id, content, moved);
	});
};

function notArchived(article: Article, id: string): Finding {
	return error("archived/replaced", article, article.frontMatter.locate(["replacedBy"]), {
		what: `"replacedBy" names ${id}, but the article is not archived`,
		why: "Readers see a successor only on an archived article.",
		remedy: "Write archived: true, or delete the line.",
	});
}

function noSuccessor(article: Article): Finding {
	const { archived: field } = article.frontMatter.raw;
	return warning("archived/none", article, field === undefined ? startOfBody(article) : article.frontMatter.locate(["archived"]), {
		what: "the article is archived and names no successor",
		why: "Readers who come by an old link are told that it no longer holds, and not what does.",
		remedy: "Write the id of the article that holds now, like replacedBy: data-entry/add-esg-data.",
	});
}

function checkSuccessor(article: Article, id: string, content: Content, moved: Moved): Finding[] {
	const place = article.frontMatter.locateValue(["replacedBy"]);
	const target = namedBy(article, id, content);
	function wrong(what: string, remedy: string, write?: string): Finding[] {
		const finding = error("archived/successor", article, place, { what: `"replacedBy" names ${what}`, why, remedy });
		return [withFix(finding, write === undefined ? undefined : replaceValue(article, place, id, write))];
	}
	if (id === article.id) return wrong("the article itself", "Name the article that holds now, or delete the line.");
	const now = target ? undefined : (moved(id, article.locale) ?? moved(id))?.id;
	if (now !== undefined && now !== article.id) return wrong(`${id}, which was moved to ${now}`, `Write ${now}`, now);
	if (!target) {
		const meant = content.meant.article(id);
		return wrong(
			`${id}, which does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
			meant ? `Write ${meant}` : "Correct the id (the path below the locale, without extension), or delete the line.",
		);
	}
	if (target.archived) {
		const holds = successorOf(target, content);
		const next = holds && holds.id !== article.id ? holds.id : undefined;
		return wrong(`${id}, which is archived itself`, next ? `Write ${next}` : "Name the article that holds now, or delete the line.", next);
	}
	return target.draft ? wrong(`${id}, which is a draft`, `Publish ${target.file} first, or delete the line.`) : [];
}
