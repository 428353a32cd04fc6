import { plainLine } from "#contract/plain-line.ts";
import type { News } from "../destination.ts";

/**
 * News in which the words of readers and customers are nothing but words: one line each, that runs the way it is written, and in which no
 * mailbox or chat finds an address to make a link of. Our own links stay.
 */
export function plainNews(news: News): News {
	return {
		...news,
		title: unlinked(news.title),
		sections: news.sections.map(({ lines, links, ...section }) => ({
			...section,
			...(lines && { lines: lines.map(unlinked) }),
			...(links && { links: links.map(({ label, url }) => ({ label: unlinked(label), url })) }),
		})),
	};
}

/** A sign without width breaks an address, and nobody sees it. */
function unlinked(text: string): string {
	return plainLine(text)
		.replaceAll("://", ":\u200B//")
		.replace(/www\.(?=\S)/gi, (start) => `${start.slice(0, -1)}\u200B.`);
}
