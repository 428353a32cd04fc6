import { describe, expect, it } from "vitest";
import type { Answer, AnswerSource } from "#contract/answers.ts";
import type { TrailEntry } from "#contract/tickets.ts";
import type { WidgetConfig } from "#site/widget/config.ts";
import { suggestionsFor } from "#site/widget/panel/home-view.ts";
import { noteAnswers } from "#site/widget/panel/note-answers.ts";
import { createSettler } from "#site/widget/panel/settle.ts";

describe("what is suggested", () => {
	const link = (id: string) => ({ id, title: id, locale: "en" });
	const config = {
		pages: [
			{ path: "/reports/*", topic: "reporting", articles: [link("reporting/export")] },
			{ path: "/plain/*", articles: [] },
		],
		topics: {
			reporting: { title: "Reports", articles: ["share", "export"].map((name) => link(`reporting/${name}`)) },
			admin: { title: "Administration", articles: [link("admin/roles")] },
		},
		start: [link("start/tour")],
		t: { widget: { start: "Good to know", forThisPage: "For this page" } },
	} as unknown as WidgetConfig;
	const suggested = (pathname: string, topic?: string) => {
		const { heading, articles } = suggestionsFor({ config }, topic, { pathname, hash: "" });
		return [heading, ...articles.map(({ id }) => id)];
	};

	it("is what widget.yml names for the page, then its topic, each article once", () => {
		expect(suggested("/reports/2026")).toEqual(["For this page", "reporting/export", "reporting/share"]);
	});

	it("is the topic that the page names, whatever its address", () => {
		expect(suggested("/reports/2026", "admin")).toEqual(["Administration", "admin/roles"]);
	});

	it.each([
		["is not named", "/elsewhere", undefined],
		["has nothing", "/plain/x", undefined],
		["names a topic that there is not", "/reports/2026", "nothing"],
		["names a topic like a property of every object", "/reports/2026", "constructor"],
	])("is a start where the page %s", (_, path, topic) => {
		expect(suggested(path, topic)).toEqual(["Good to know", "start/tour"]);
	});
});

describe("an answer in the panel", () => {
	const person = { hours: "We are here now.", contact: "/contact/", hotline: null, chat: null };
	const source: AnswerSource = { id: "data-entry/import", title: "Import values", url: "/data-entry/import/#file", heading: "Choose a file" };
	const part = { text: "Choose a file.", as: "step", source: 0 } as const;
	const answered: Answer = { kind: "answered", way: "section", parts: [part], sources: [source], tree: null, person };
	const answer = "0b7c2f6e-0000-4000-8000-000000000001";
	const question = "How do I import values?";

	function open() {
		const events: object[] = [];
		let trail: TrailEntry[] = [];
		const session = {
			trail: () => trail,
			record: (event: object) => `id-${events.push(event)}`,
			remember: (entry: TrailEntry) => void (trail = [...trail, entry]),
			forget: (entry: TrailEntry) => void (trail = trail.filter((other) => other !== entry)),
			keepTrail: (entries: TrailEntry[]) => void (trail = entries),
		};
		return { note: noteAnswers(session, createSettler(session)), events, trail: session.trail };
	}

	it("is told with where and how it was found, its question as a search, and what came of it", () => {
		const { note, events, trail } = open();
		note({ type: "answer_shown", answer, question, found: answered });
		note({ type: "source_opened", answer, source, position: 1 });
		note({ type: "answer_solved", answer, found: answered });
		expect(events).toEqual([
			{ type: "search_settled", query: question, results: 1, source: "ask" },
			{ type: "answer_shown", answer, way: "section", place: "widget", article: source.id },
			{ type: "search_clicked", search: "id-1", article: source.id, position: 1, how: "opened" },
			{ type: "search_clicked", search: "id-1", article: source.id, position: 1, how: "answered" },
			{ type: "answer_solved", answer },
		]);
		expect(trail()).toEqual([{ kind: "answer", question, article: source.id, title: source.title }]);
	});

	it("that nothing answers is a search without a result, and may be rejected", () => {
		const { note, events, trail } = open();
		const unsure: Answer = { kind: "unsure", guesses: [], nearest: [source], tree: null, person };
		note({ type: "answer_shown", answer, question, found: unsure });
		note({ type: "answer_rejected", answer, found: unsure });
		expect(events).toEqual([
			{ type: "search_settled", query: question, results: 0, source: "ask" },
			{ type: "answer_shown", answer, way: "unsure", place: "widget" },
			{ type: "answer_rejected", answer },
		]);
		expect(trail()).toEqual([{ kind: "answer", question }]);
	});

	it("keeps no words of what goes straight to a person", () => {
		const { note, events, trail } = open();
		note({ type: "answer_shown", answer, question: "Our data is public, help", found: { kind: "person", reason: "urgent", person } });
		expect(events).toEqual([{ type: "answer_shown", answer, way: "person", place: "widget" }]);
		expect(trail()).toEqual([]);
	});
});
