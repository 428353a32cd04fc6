import type { DataFile } from "#site/lib/data-file.ts";
import type { Fix, Place } from "#site/lib/finding.ts";
import { spellingKey } from "../learn/tidy.ts";
import { replaceValue } from "./fix/edits.ts";
import { createMeant, lastPart } from "./meant.ts";
import type { Content } from "./model.ts";
import { createMoved } from "./moved.ts";

/** An entry of a data file that names an article. */
export interface Naming {
	file: Pick<DataFile<unknown>, "file" | "locateValue">;
	/** Path below the content folder. */
	path: string;
	keys: (string | number)[];
	id: string;
	/** What readers search the article by. Default: nobody knows */
	words?: string[];
}

/** What is wrong with naming an article. */
export interface Lost {
	place: Place;
	/** What has become of it. Example: `was moved to data-entry/faq` */
	how: string;
	/** Where it stands now: by a redirect, or the one article of that name that holds its words. */
	now?: string;
	/** What to do where that is known. */
	write?: string;
	/** What was probably meant. */
	meant?: string | undefined;
	fix?: Fix | undefined;
}

/** Says what is wrong with naming an article; undefined where search can find it in that language. */
export function createLookup(content: Content, language = content.defaultLocale): (naming: Naming) => Lost | undefined {
	const { articles, texts } = content;
	const own = articles.filter(({ locale }) => locale === language);
	const there = new Set(own.map(({ id }) => id));
	const readable = own.filter(({ draft, archived }) => !draft && !archived);
	const findable = new Set(readable.map(({ id }) => id));
	const guess = createMeant(() => findable);
	const moved = createMoved(content);
	return ({ file, path, keys, id, words = [] }) => {
		if (findable.has(id)) return undefined;
		const place = file.locateValue(keys);
		const rewrite = (now: string) => replaceValue({ path, text: texts.get(path) ?? "" }, place, id, now);
		const redirected = there.has(id) ? undefined : moved(id)?.id;
		if (redirected !== undefined) return { place, how: `was moved to ${redirected}`, now: redirected, write: `Write ${redirected}`, fix: rewrite(redirected) };
		const now = there.has(id) ? undefined : elsewhere(id, words);
		if (now === undefined) return { place, how: "is not a published article", meant: guess(id) };
		const write = `Write ${now}; \`npm run check -- --fix\` does it wherever it is named.`;
		return { place, how: `is not a published article; it seems to have moved to ${now}`, now, write, fix: rewrite(now) };
	};

	/** The only article of the same name in another folder, where readers' words show that it is the same: one that was never published leaves no redirect. */
	function elsewhere(id: string, words: string[]): string | undefined {
		const name = lastPart(id);
		const [same, other] = readable.filter((article) => lastPart(article.id) === name);
		const keywords = new Set(same?.frontMatter.data?.keywords.map(spellingKey));
		return same && !other && words.some((word) => keywords.has(spellingKey(word))) ? same.id : undefined;
	}
}

/** A guess, to stand after what was written; empty without one. */
export function didYouMean(meant: string | undefined): string {
	return meant === undefined ? "" : `  (did you mean ${meant}?)`;
}
