import { describe, expect, it } from "vitest";
import { changesFeed, latestChanges, type FeedArticle } from "#site/lib/changes-feed.ts";

const site = new URL("https://help.example.com/");
const article = (changes: Partial<FeedArticle> = {}): FeedArticle => ({ url: "/a/b/", title: "Title", summary: "Summary.", changes: [], ...changes });
const about = { title: "Example Help: changes", author: "Example Help", site, base: "", locale: "en", since: "2026-01-02" };

describe("the latest changes", () => {
	it("are releases and what articles note of themselves, newest first", () => {
		const changes = latestChanges(
			[
				article({ released: "2026-10-14" }),
				article({
					url: "/c/",
					title: "Other",
					changes: [
						{ on: "2026-11-02", what: "Links hold for an hour." },
						{ on: "2026-09-01", what: "A new step." },
					],
				}),
			],
			site,
		);
		expect(changes).toEqual([
			{
				id: "https://help.example.com/c/#changed-2026-11-02",
				title: "Other",
				summary: "Links hold for an hour.",
				link: "https://help.example.com/c/",
				on: "2026-11-02",
			},
			{ id: "https://help.example.com/a/b/", title: "Title", summary: "Summary.", link: "https://help.example.com/a/b/", on: "2026-10-14" },
			{ id: "https://help.example.com/c/#changed-2026-09-01", title: "Other", summary: "A new step.", link: "https://help.example.com/c/", on: "2026-09-01" },
		]);
	});

	it("have ids of their own, also two of one day", () => {
		const noted = [
			{ on: "2026-11-02", what: "One thing." },
			{ on: "2026-11-02", what: "Another." },
		];
		expect(latestChanges([article({ changes: noted })], site).map(({ id }) => id)).toEqual([
			"https://help.example.com/a/b/#changed-2026-11-02",
			"https://help.example.com/a/b/#changed-2026-11-02-2",
		]);
	});

	it("are of a translation only those that it has", () => {
		const noted = [
			{ on: "2026-11-02", what: "Not translated yet." },
			{ on: "2026-10-01", what: "Translated." },
		];
		expect(latestChanges([article({ changes: noted, checked: "2026-10-01" })], site).map(({ summary }) => summary)).toEqual(["Translated."]);
	});

	it("are 30 at most, the oldest left out", () => {
		const noted = Array.from({ length: 31 }, (_, index) => ({ on: `2026-10-${String(index + 1).padStart(2, "0")}`, what: "Something." }));
		const days = latestChanges([article({ changes: noted })], site).map(({ on }) => on);
		expect([days.length, days[0], days.at(-1)]).toEqual([30, "2026-10-31", "2026-10-02"]);
	});
});

describe("the feed", () => {
	it("shows words as they are written, whatever signs are in them", () => {
		const [change] = latestChanges([article({ title: "A < B & ]]>", summary: "<b>not bold</b>", released: "2026-10-14" })], site);
		const text = changesFeed(about, change ? [change] : []);
		expect(text).toContain("<![CDATA[A &lt; B &amp; ]]&gt;]]>");
		expect(text).toContain("<![CDATA[&lt;b&gt;not bold&lt;/b&gt;]]>");
	});

	it("is the same with each build, also where nothing has changed", () => {
		expect(changesFeed(about, [])).toMatchInlineSnapshot(`
			"<?xml version="1.0" encoding="utf-8"?>
			<feed xmlns="http://www.w3.org/2005/Atom">
			    <id>https://help.example.com/</id>
			    <title>Example Help: changes</title>
			    <updated>2026-01-02T00:00:00.000Z</updated>
			    <author>
			        <name>Example Help</name>
			    </author>
			    <link rel="alternate" href="https://help.example.com/"/>
			    <link rel="self" href="https://help.example.com/feed.atom"/>
			</feed>"
		`);
	});
});
