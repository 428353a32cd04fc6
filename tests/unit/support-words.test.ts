import { describe, expect, it } from "vitest";
import { readContentData } from "#site/lib/content-data.ts";
import { supportIn, wordsOfSupport } from "#site/lib/support-words.ts";
import { localeSchema } from "#site/schemas/locale.ts";

const { support } = readContentData();

describe("support in another language", () => {
	it("is as it is in the first language where nothing is translated", () => {
		expect(supportIn(support, undefined)).toEqual(support);
		expect(supportIn(support, localeSchema.parse({}).support)).toEqual(support);
	});

	it("says what is translated, and keeps the rest", () => {
		const words = localeSchema.parse({
			support: {
				categories: { "billing-account": { label: "Rechnung oder Konto", signals: ["Rechnung"] } },
				promises: { P4: "Ein kleines Problem" },
				phones: { "United States": "USA" },
				holidays: { "Christmas Day": "Erster Weihnachtstag" },
			},
		});
		const german = supportIn(support, words.support);
		expect(german.ticketCategories.find(({ id }) => id === "billing-account")).toMatchObject({ label: "Rechnung oder Konto" });
		expect(german.ticketCategories.find(({ id }) => id === "other")).toMatchObject({ label: "Something else" });
		expect(german.promises.P4).toEqual({ ...support.promises.P4, meaning: "Ein kleines Problem" });
		expect(german.promises.P5).toEqual(support.promises.P5);
		expect(german.channels.phones.map(({ label }) => label)).toEqual(["USA", "United Kingdom", "Australia"]);
		expect(german.holidays[0]).toEqual({ date: "2026-12-25", name: "Erster Weihnachtstag" });
	});

	it("points to a topic with the words of both languages", () => {
		const words = localeSchema.parse({ support: { categories: { "billing-account": { label: "Rechnung", signals: ["Rechnung", "vat"] } } } });
		const signals = supportIn(support, words.support).ticketCategories.find(({ id }) => id === "billing-account")?.signals;
		expect(signals?.slice(0, 3)).toEqual(["Rechnung", "vat", "invoice"]);
		expect(new Set(signals).size).toBe(signals?.length);
	});
});

describe("all words of support", () => {
	it("are those that readers see, so that what nobody has translated is known", () => {
		const all = wordsOfSupport(support);
		for (const words of ["United States", "Christmas Day", "A minor problem", "Something else", "Chat with us", support.policy.escalation[0] ?? ""])
			expect([words, all.has(words)]).toEqual([words, true]);
		const german = supportIn(support, localeSchema.parse({ support: { promises: { P4: "Ein kleines Problem" } } }).support);
		expect([german.promises.P4.meaning, german.promises.P5.meaning].map((words) => all.has(words))).toEqual([false, true]);
	});
});
