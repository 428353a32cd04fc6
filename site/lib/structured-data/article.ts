import type { Article, FAQPage, HowTo, ImageObject, TechArticle, Thing } from "schema-dts";
import type { ArticleParts, Part } from "#site/lib/article-parts.ts";
import type { SharingImage } from "#site/lib/sharing/sharing-image.ts";
import type { ArticleType } from "#site/schemas/article.ts";
import { organizationOf, partOfSite, type Centre } from "./centre.ts";

/** An article as machines are told of it. */
export interface ToldArticle {
	title: string;
	summary: string;
	type: ArticleType;
	/** Path of its page. */
	url: string;
	/** The day of the last change, or of the last review where that is not known. */
	modified: string;
	/** Release notes: the day of the release. */
	released?: string | undefined;
	/** What a link to it is shown with; none in development. */
	image?: SharingImage | null;
	parts: ArticleParts;
}

/** The article, and each list of steps in it. */
export function articleThings(article: ToldArticle, centre: Centre): Thing[] {
	const page = new URL(article.url, centre.site).href;
	return [mainThing(article, page, centre), ...article.parts.instructions.map((list) => howToOf(list, article, page))];
}

/** Address of a heading; an id in another script is escaped. */
function at(page: string, id: string): string {
	return new URL(`#${id}`, page).href;
}

function mainThing(article: ToldArticle, page: string, centre: Centre): Article | TechArticle | FAQPage {
	const publisher = organizationOf(centre);
	const common = {
		"@id": `${page}#article`,
		headline: article.title,
		description: article.summary,
		inLanguage: centre.locale,
		...(article.image && { image: imageOf(article.image, centre) }),
		dateModified: article.modified,
		...(article.released && { datePublished: article.released }),
		url: page,
		mainEntityOfPage: page,
		isPartOf: partOfSite(centre),
		author: { "@id": new URL("/#organization", centre.site).href },
		publisher,
	};
	const questions = article.parts.questions.filter(({ title, text }) => title !== "" && text !== "");
	// A page of questions must have some.
	if (article.type === "faq" && questions.length > 0)
		return { "@type": "FAQPage", name: article.title, ...common, mainEntity: questions.map(toQuestion(page)) };
	return { "@type": article.type === "release-notes" || article.type === "faq" ? "Article" : "TechArticle", ...common };
}

function imageOf({ path, width, height, alt }: SharingImage, { site }: Centre): ImageObject {
	return { "@type": "ImageObject", url: new URL(path, site).href, width: `${width}`, height: `${height}`, caption: alt };
}

function toQuestion(page: string) {
	return ({ id, title, text }: Part) => ({
		"@type": "Question" as const,
		name: title,
		url: at(page, id),
		acceptedAnswer: { "@type": "Answer" as const, text, url: at(page, id) },
	});
}

function howToOf({ id, steps }: ArticleParts["instructions"][number], article: ToldArticle, page: string): HowTo {
	return {
		"@type": "HowTo",
		"@id": at(page, id),
		name: article.title,
		description: article.summary,
		url: at(page, id),
		step: steps.map((step, index) => ({
			"@type": "HowToStep",
			position: index + 1,
			name: step.title,
			// A step may be all said by its title.
			text: step.text || step.title,
			url: at(page, step.id),
		})),
	};
}
