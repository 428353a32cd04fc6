import { join } from "node:path";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { textOfArticle } from "#scripts/lib/checks/passages.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { root } from "#scripts/lib/paths.ts";
import { plainText, type MadeArticle } from "./make-content.ts";
import { createRandom } from "./random.ts";

/** A made article, and the words it is about. */
export interface GrownArticle extends MadeArticle {
	topic: string[];
}

const syllables = "ba ce di fo gu la mer ni po ra sel ti vo xen con pra dor lim tas ken rou bel fin mar sto gra vel nor pid sun".split(" ");
const tasks = ["change", "add", "remove", "export", "import", "connect", "share", "find", "fix", "schedule", "copy", "approve"];
const sections = 6;
const sentencesPerSection = 6;
/** Share of words that are an article's own, and of words that other articles may use too. */
const own = 0.05;
const shared = 0.04;
const categories = 40;

/** Sentences of the sample centre: what help articles sound like. */
function sampleSentences(): string[] {
	const { articles } = buildContent(readContent(join(root, "content")), "2026-01-01");
	return articles
		.flatMap((article) => textOfArticle(article).passages.map(({ text }) => text))
		.flatMap((text) => text.split(/(?<=[.!?])\s+/))
		.filter((text) => text.length > 25 && text.length < 220);
}

/**
 * Makes articles of about 550 words in six sections: sentences of the sample centre, with words of each article's own subject and from a
 * vocabulary that grows with the collection, as that of real help centres does. The same number gives the same articles.
 */
export function makeArticles(count: number): GrownArticle[] {
	const random = createRandom(count);
	const pick = <Item>(items: Item[]): Item => {
		const item = items[Math.floor(random() * items.length)];
		if (item === undefined) throw new RangeError("nothing to pick from");
		return item;
	};
	const coin = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join("");
	const vocabulary = Array.from({ length: 2000 + count * 4 }, coin);
	const sentences = sampleSentences();
	return Array.from({ length: count }, (_, number) => {
		const topic = Array.from({ length: 8 }, () => pick(vocabulary));
		// A line that begins with import or export is code to MDX.
		const sentence = () =>
			plainText(
				pick(sentences)
					.split(" ")
					.map((word) => {
						const chance = random();
						return chance < own ? pick(topic) : chance < own + shared ? pick(vocabulary) : word;
					})
					.join(" ")
					.replace(/^./u, (letter) => letter.toUpperCase()),
			);
		const body = Array.from({ length: sections }, () => {
			const heading = `## ${pick(tasks)} the ${pick(topic)} ${pick(topic)}`;
			return `${heading}\n\n${Array.from({ length: sentencesPerSection }, sentence).join(" ")}`;
		}).join("\n\n");
		const [first = "", second = "", third = ""] = topic;
		return {
			id: `topic-${number % categories}/${pick(tasks)}-${first}-${number}`,
			title: `How do I ${pick(tasks)} the ${first} ${second}?`,
			summary: `How to ${pick(tasks)} a ${first} ${second} when the ${third} is in use.`,
			keywords: [`${pick(tasks)} ${third}`, topic[3] ?? ""],
			body: `${sentence()}\n\n${body}`,
			topic,
		};
	});
}
