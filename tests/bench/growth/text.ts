import { makeArticles, type GrownArticle } from "../lib/make-articles.ts";

/** One in so many articles shows a drawing, as in the sample centre: one of two of its topic, which others show, too. */
const perDrawing = 4;
/** As many as a topic shows beside each of its articles. */
const perTopic = 25;
/** Topics that every page names; the others stand below them. */
const mainTopics = 20;

/** What a made article says, whatever it is built with. */
export interface GuideText {
	/** Topics and slug. Example: `topic-3/part-23/add-tiselce-40` */
	id: string;
	title: string;
	summary: string;
	keywords: string[];
	answer: string;
	before: string[];
	steps: { title: string; text: string }[];
	/** A table: its first row is the head. */
	table: string[][];
	code: { language: string; text: string };
	/** Name of a file of its topic, and its SVG; null where the article has no picture. */
	drawing: { name: string; svg: string } | null;
	problems: { title: string; cause: string; solution: string }[];
	/** Ids of articles that this one leads to. */
	next: string[];
	related: string[];
}

/** Text of so many articles: about 600 words, a table and a listing each, a drawing in one of four. The same number gives the same. */
export function makeTexts(count: number): GuideText[] {
	const articles = makeArticles(count);
	const ids = articles.map(({ id }, number) => {
		const topic = Math.floor(number / perTopic);
		return `topic-${topic % mainTopics}/part-${topic}/${id.split("/").at(-1) ?? ""}`;
	});
	return articles.map((article, number) => textOf(article, number, ids));
}

function textOf({ title, summary, keywords, body, topic }: GrownArticle, number: number, ids: string[]): GuideText {
	const [first = "", ...sections] = body.split("\n\n## ").map((text) => text.trim());
	const [answer = first, ...rest] = first.split(". ");
	const parts = sections.map((section) => {
		const [heading = "", text = ""] = section.split("\n\n");
		return { title: heading, text };
	});
	const ahead = (steps: number) => ids[(number + steps) % ids.length] ?? "";
	return {
		id: ids[number] ?? "",
		title,
		summary,
		keywords: keywords ?? [],
		answer: `${answer}.`,
		before: [rest.join(". ") || "You are signed in."],
		steps: parts.slice(0, 4),
		table: tableOf(topic, number),
		code: listing(topic, number),
		drawing: number % perDrawing === 0 ? drawing(number) : null,
		problems: parts.slice(4).map(({ title: name, text }) => {
			const [cause = text, ...solution] = text.split(". ");
			return { title: name, cause: `${cause}.`, solution: solution.join(". ") || "Try again later." };
		}),
		next: [ahead(1)],
		related: [ahead(2), ahead(5), ahead(40)],
	};
}

function tableOf(topic: string[], number: number): string[][] {
	const rows = topic.slice(0, 5).map((word, row) => [word, `${(number * 7 + row * 31) % 500}`, row % 2 === 0 ? "in every plan" : "in the larger plans"]);
	return [["Field", "Limit", "Where"], ...rows];
}

function listing(topic: string[], number: number): GuideText["code"] {
	const [one = "", other = "", third = ""] = topic;
	if (number % 2 === 0)
		return { language: "json", text: JSON.stringify({ [one]: { id: number, name: other, active: true }, [third]: [1, 2, number] }, null, 2) };
	const lines = [
		`curl --request POST https://api.example.com/v1/${one} \\`,
		`  --header "Authorization: Bearer $TOKEN" \\`,
		`  --data '{"name": "${other}", "page": ${number}}'`,
	];
	return { language: "bash", text: lines.join("\n") };
}

function drawing(number: number): { name: string; svg: string } {
	const name = `page-${Math.floor(number / perTopic)}-${(number / perDrawing) % 2}`;
	const fields = Array.from(
		{ length: 8 },
		(_, row) => `<rect x="40" y="${90 + row * 42}" width="320" height="30" rx="4"/><text x="380" y="${111 + row * 42}">Field ${row + 1} of ${name}</text>`,
	);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450" role="img"><title>${name}</title><rect width="800" height="450" fill="#eee"/>${fields.join("")}</svg>\n`;
	return { name, svg };
}
