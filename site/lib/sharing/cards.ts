import type { ArticleType } from "#site/schemas/article.ts";
import type { Category } from "#site/lib/categories.ts";
import { allCategoriesIn, categoryTitle, site } from "#site/lib/knowledge.ts";
import type { Language } from "#site/lib/languages.ts";
import { parentIds } from "#site/lib/paths.ts";
import type { CardFrame } from "./card.ts";
import { sharingImage, type SharingImage } from "./sharing-image.ts";

function frameOf({ dir, site: { name } }: Language): CardFrame {
	return { centre: name, dir, accent: site.accent.light };
}

/** The sharing image of the home page, and of every page that has none of its own. */
export function centreImage(language: Language): SharingImage | null {
	const { name, greeting, description } = language.site;
	return sharingImage({ ...frameOf(language), title: greeting, text: description, icon: "search" }, `${name}: ${greeting}`);
}

/** The sharing image of a topic. */
export function topicImage({ id, title, summary, icon }: Category, language: Language): SharingImage | null {
	const parent = parentIds(id).at(-1);
	const kicker = parent === undefined ? undefined : categoryTitle(parent, language.locale);
	return sharingImage({ ...frameOf(language), kicker, title, text: summary, icon }, `${title} · ${language.site.name}`);
}

/** An article's picture as its page shows it. */
interface OwnPicture {
	/** Path on the site. */
	src: string;
	alt: string;
}

/** The sharing image of an article: its own first picture; else its topic and kind, which it shares with others. `language` is that of its text. */
export function articleImage(article: { category: string; type: ArticleType }, picture: OwnPicture | null, language: Language): SharingImage | null {
	if (picture) return sharingImage({ ...frameOf(language), picture: picture.src }, picture.alt);
	const topic = allCategoriesIn(language.locale).find(({ id }) => id === article.category);
	const title = topic?.title ?? article.category;
	const kind = language.t.search.kinds[article.type];
	const kicker = kind === title ? undefined : kind;
	return sharingImage({ ...frameOf(language), kicker, title, icon: topic?.icon }, [title, kicker, language.site.name].filter(Boolean).join(" · "));
}
