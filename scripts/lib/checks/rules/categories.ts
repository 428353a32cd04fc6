import type { Finding } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import { categoryPaths } from "../build-content.ts";
import { deleteField } from "../fix/edits.ts";
import type { Article, Content, Rule } from "../model.ts";
import { error, withFix } from "../report.ts";

const top = { line: 1, column: 1 };

/** categories/folder: the folder is in categories.yml. categories/depth: three levels at most. categories/field: `category` says the same as the folder. */
export const categories: Rule = (content) => {
	const known = content.data.categories.data && categoryPaths(content.data.categories.data);
	return content.articles.flatMap((article) => [...folder(article, known, content), ...field(article)]);
};

function folder(article: Article, known: string[] | undefined, { data, display }: Content): Finding[] {
	const { category } = article;
	if (category === "") {
		return [
			error("categories/folder", article, top, {
				what: "the article is in no category",
				why: "Readers come to an article through its category.",
				remedy: `Move it into a folder of ${display(`articles/${article.locale}`)}.`,
			}),
		];
	}
	if (category.split("/").length > 3) {
		return [
			error("categories/depth", article, top, {
				what: `the folder ${category} is ${category.split("/").length} levels deep; allowed: 3`,
				why: "Nobody finds what lies deeper.",
				remedy: "Move the article one or more folders up.",
			}),
		];
	}
	if (!known || known.includes(category)) return [];
	const meant = nearest(category, known);
	return [
		error("categories/folder", article, top, {
			what: `the folder ${category} is not a category${meant ? `  (did you mean ${meant}?)` : ""}`,
			why: `Only the categories in ${data.categories.file} are shown.`,
			remedy: `Move the article to one of: ${known.join(", ")}; or add the category to ${data.categories.file}.`,
		}),
	];
}

function field(article: Article): Finding[] {
	const { raw, locate, locateValue } = article.frontMatter;
	const said = raw["category"];
	if (typeof said !== "string" || said === article.category) return [];
	const finding = error("categories/field", article, locateValue(["category"]), {
		what: `"category" is "${said}", but the article is in the folder ${article.category}`,
		why: "The folder is the category and the address.",
		remedy: "Delete the line, or move the file.",
	});
	return [withFix(finding, deleteField(article, locate(["category"])))];
}
