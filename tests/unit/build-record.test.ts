import { afterEach, describe, expect, it, vi } from "vitest";
import { builtArticles, onArticle, onBody, recordArticle, type BuiltArticle } from "#site/lib/build-record.ts";

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

let made = 0;

/** An article that was rendered, at an address of its own. */
function rendered(fields: Partial<BuiltArticle> = {}): BuiltArticle {
	made++;
	return {
		id: `a/${made}`,
		locale: "en",
		url: `/a/${made}/`,
		title: "Title",
		summary: "Summary",
		type: "faq",
		category: "a",
		categoryTitle: "A",
		keywords: [],
		answers: [],
		owner: "team",
		lastReviewed: "2026-09-14",
		reviewEvery: "P6M",
		archived: false,
		revision: "0123456789ab",
		headings: [],
		anchors: [],
		quickAnswer: "",
		passages: [],
		tree: null,
		...fields,
	};
}

/** Listens until the test ends; what was heard so far. */
function listen(): { heard: BuiltArticle[]; end: () => void } {
	const heard: BuiltArticle[] = [];
	const end = onArticle((article) => void heard.push(article));
	ends.push(end);
	return { heard, end };
}

describe("the record of rendered articles", () => {
	it("holds each article by its address, the last rendering of it", () => {
		const first = rendered({ title: "First" });
		const again = { ...first, title: "Again" };
		recordArticle(first);
		expect(builtArticles().get(first.url)).toBe(first);
		const size = builtArticles().size;
		recordArticle(again);
		expect(builtArticles().get(first.url)).toBe(again);
		expect(builtArticles().size).toBe(size);
	});

	it("tells a listener of every article, whether it was rendered before or after", () => {
		const before = rendered();
		recordArticle(before);
		const { heard } = listen();
		expect(heard).toEqual([...builtArticles().values()]);
		expect(heard).toContain(before);
		const after = rendered();
		recordArticle(after);
		expect(heard.at(-1)).toBe(after);
		expect(heard.filter((article) => article === before).length).toBe(1);
	});

	it("tells a listener again of an article that is rendered again", () => {
		const { heard } = listen();
		const article = rendered();
		recordArticle(article);
		recordArticle(article);
		expect(heard.slice(-2)).toEqual([article, article]);
	});

	it("has told everybody by the time the article is recorded", () => {
		const [first, second] = [listen(), listen()];
		const article = rendered();
		recordArticle(article);
		expect([first.heard.at(-1), second.heard.at(-1)]).toEqual([article, article]);
	});

	it("tells nothing more once the listener has ended, however often it ends", () => {
		const [gone, staying] = [listen(), listen()];
		const told = gone.heard.length;
		gone.end();
		gone.end();
		recordArticle(rendered());
		expect(gone.heard.length).toBe(told);
		expect(staying.heard.length).toBe(told + 1);
	});

	it("hands the text of an article on once and does not keep it", () => {
		const read: [BuiltArticle, string][] = [];
		const before = rendered();
		recordArticle(before, "<p>Before</p>");
		const end = onBody((article, html) => void read.push([article, html]));
		ends.push(end);
		const after = rendered();
		recordArticle(after, "<p>After</p>");
		end();
		recordArticle(rendered(), "<p>Later</p>");
		expect(read).toEqual([[after, "<p>After</p>"]]);
		expect(JSON.stringify([...builtArticles().values()])).not.toContain("<p>");
	});

	it("is one for code that is bundled apart", async () => {
		const { heard } = listen();
		vi.resetModules();
		const other = await import("#site/lib/build-record.ts");
		expect(other.recordArticle).not.toBe(recordArticle);
		const article = rendered();
		other.recordArticle(article);
		expect(heard.at(-1)).toBe(article);
		expect(builtArticles().get(article.url)).toBe(article);
	});
});
