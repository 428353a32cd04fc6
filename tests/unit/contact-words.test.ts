import { describe, expect, it } from "vitest";
import { rankSuggestions } from "#site/islands/contact/rank.ts";
import { describeBrowser } from "#site/lib/describe-browser.ts";
import { minutesInShort, minutesInWords } from "#site/lib/minutes-in-words.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { dangerPriority, daysInWords, severityTable, solution } from "#site/lib/policy.ts";
import { guessCategory, speaksOf } from "#site/lib/signals.ts";
import { heldSignals } from "#site/search/held-signals.ts";
import { splitQuestion } from "#site/lib/split-question.ts";
import { moveTime, zoneOffset } from "#site/lib/zone-hours.ts";
import type { SearchResult } from "#site/search/types.ts";
import { stringsOf, type Strings } from "#site/strings/catalogue.ts";
import { createSay } from "#site/strings/message.ts";

/** The words of a language. */
function wordsIn(locale: string, format = locale) {
	return { t: stringsOf(locale) as Strings, say: createSay(format), format };
}

const english = wordsIn("en", "en-GB");

describe("signals in a text", () => {
	it("are whole words, whatever their case, accents and hyphens", () => {
		expect(heldSignals("What happened to my INVOICE of the sign-in page?", ["app", "invoice", "sign in", "page"])).toEqual(["invoice", "sign in", "page"]);
	});

	it("choose the category with the most of them, then with the longest", () => {
		const categories = [
			{ id: "login", signals: ["password", "login"] },
			{ id: "api", signals: ["api", "token", "401"] },
			{ id: "reports", signals: ["report"] },
		];
		expect(guessCategory("The API token for a report gives 401", categories)).toEqual({ id: "api", because: ["api", "token", "401"] });
		expect(guessCategory("password report", categories)?.id).toBe("login");
		expect(guessCategory("Nothing of this", categories)).toBeNull();
	});

	it("point to an incident: one of its signals, or two words of its title", () => {
		const incident = { title: "Exports to PDF fail", signals: ["empty file"] };
		expect(speaksOf("I get an empty file", incident)).toBe(true);
		expect(speaksOf("Our exports fail since noon", incident)).toBe(true);
		expect(speaksOf("Where are my exports?", incident)).toBe(false);
		expect(speaksOf("", { title: "It is", signals: [] })).toBe(false);
	});
});

describe("a question as the form takes it", () => {
	it.each([
		["forgot my password", "forgot my password", ""],
		["How do I export?", "How do I export?", ""],
		["I cannot log in. It says ERR_4021.", "I cannot log in", "I cannot log in. It says ERR_4021."],
		["First line\nsecond line", "First line", "First line\nsecond line"],
		["Version 2.1 is slow", "Version 2.1 is slow", ""],
		["كيف أستورد؟ لا يعمل الزر.", "كيف أستورد؟", "كيف أستورد؟ لا يعمل الزر."],
		["", "", ""],
	])("%j", (question, subject, description) => {
		expect(splitQuestion(question, 150)).toEqual({ subject, description });
	});

	it("cuts a long first sentence and keeps all of it as what happened", () => {
		const question = "word ".repeat(50).trim();
		const { subject, description } = splitQuestion(question, 20);
		expect(subject).toBe("word word word word…");
		expect(description).toBe(question);
	});
});

describe("order of suggestions", () => {
	function result(id: string, score: number, pinned = false): SearchResult {
		const category = id.split("/").slice(0, -1).join("/");
		return { document: { id, category } as SearchResult["document"], score, pinned } as SearchResult;
	}
	const ids = (results: SearchResult[], circumstances: Parameters<typeof rankSuggestions>[1]) => rankSuggestions(results, circumstances).map(({ id }) => id);

	it("is that of the search where nothing is known of the customer", () => {
		expect(ids([result("a/1", 3), result("b/1", 2)], { answeredIn: [] })).toEqual(["a/1", "b/1"]);
	});

	it("prefers where answers to the topic stand, and beside the article they came from", () => {
		expect(ids([result("a/1", 10), result("b/1", 9)], { answeredIn: ["b"] })).toEqual(["b/1", "a/1"]);
		expect(ids([result("a/1", 10), result("b/1", 9)], { answeredIn: [], article: "b/2" })).toEqual(["b/1", "a/1"]);
	});

	it("puts the article that was just read behind, and lets a pinned one stand", () => {
		expect(ids([result("a/1", 10), result("b/1", 9)], { answeredIn: [], article: "a/1" })).toEqual(["b/1", "a/1"]);
		expect(ids([result("a/1", 1, true), result("b/1", 9)], { answeredIn: ["b"] })).toEqual(["a/1", "b/1"]);
	});
});

describe("a browser in words", () => {
	it.each([
		["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox 130 on Windows"],
		["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0", "Edge 128 on Windows"],
		["Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36", "Chrome 128 on Android"],
		[
			"Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1",
			"Safari 17.6 on iOS",
		],
		["curl/8.5.0", ""],
	])("%s", (userAgent, words) => {
		expect(describeBrowser(userAgent, { t: english.t.contactSend.trail, say: english.say })).toBe(words);
	});
});

describe("the page of promises", () => {
	it("says days in words", () => {
		expect([[1, 2, 3, 4, 5], [7, 6, 5, 4, 3, 2, 1], [1, 3, 7], [6, 7], [2]].map((days) => daysInWords(days, english))).toEqual([
			"Monday to Friday",
			"every day",
			"Monday, Wednesday and Sunday",
			"Saturday and Sunday",
			"Tuesday",
		]);
	});

	it("says lengths in words", () => {
		const spoken = { t: english.t.duration, say: english.say };
		expect([15, 60, 90, 1440].map((length) => minutesInWords(length, spoken))).toEqual(["15 minutes", "1 hour", "1 hour 30 minutes", "24 hours"]);
		expect([15, 60, 90, 1440].map((length) => minutesInShort(length, spoken))).toEqual(["15 min", "1 h", "1 h 30 min", "24 h"]);
	});

	it("says them in other languages as these do", () => {
		const [german, spanish, arabic] = [wordsIn("de"), wordsIn("es"), wordsIn("ar", "ar-u-nu-latn")];
		expect([german, spanish, arabic].map((words) => [daysInWords([1, 2, 3, 4, 5], words), daysInWords([1, 3, 7], words)])).toEqual([
			["Montag bis Freitag", "Montag, Mittwoch und Sonntag"],
			["De lunes a viernes", "lunes, miércoles y domingo"],
			["من الاثنين إلى الجمعة", "الاثنين والأربعاء والأحد"],
		]);
		const lengths = [german, spanish, arabic].map(({ t, say }) => [90, 120, 240].map((length) => minutesInWords(length, { t: t.duration, say })));
		expect(lengths).toEqual([
			["1 Stunde 30 Minuten", "2 Stunden", "4 Stunden"],
			["1 hora y 30 minutos", "2 horas", "4 horas"],
			["ساعة واحدة و30 دقيقة", "ساعتين", "4 ساعات"],
		]);
	});

	it("says what is no figure in the reader's words, too", () => {
		const { support } = readContentData();
		const german = wordsIn("de");
		expect([solution("P1", "free", support, german), solution("P5", null, support, german), solution("P2", null, support, german)]).toEqual([
			"nächster Werktag",
			"je nachdem",
			"8\u00a0Std.",
		]);
	});

	it("takes what counts as what from the rule that decides it", () => {
		expect(severityTable(english.t.contact.severity).rows.map(({ priorities }) => priorities.join(" "))).toEqual([
			"P5 P5 P5",
			"P5 P4 P3",
			"P4 P3 P2",
			"P3 P2 P1",
		]);
		expect([dangerPriority("at-risk"), dangerPriority("lost")]).toEqual(["P2", "P1"]);
	});

	it("moves the desk's hours to the reader's zone, also over midnight and in summer", () => {
		const winter = Date.UTC(2026, 0, 15);
		const summer = Date.UTC(2026, 6, 15);
		expect(zoneOffset(winter, "UTC")).toBe(0);
		expect(zoneOffset(winter, "Asia/Kolkata")).toBe(330);
		expect(moveTime("09:00", { from: "Europe/London", to: "America/New_York" }, winter)).toEqual({ time: "04:00", days: 0 });
		expect(moveTime("18:00", { from: "Europe/London", to: "Asia/Tokyo" }, summer)).toEqual({ time: "02:00", days: 1 });
		expect(moveTime("01:30", { from: "Europe/London", to: "Pacific/Honolulu" }, summer)).toEqual({ time: "14:30", days: -1 });
	});
});
