import { describe, expect, it } from "vitest";
import { isTranslation, translationDebt, withSource } from "#site/lib/translation.ts";
import { articleSchema, translationSchema } from "#site/schemas/article.ts";

const source = articleSchema.parse({
	title: "How do I reset my password?",
	summary: "Ask for a link and choose a new password.",
	type: "how-to",
	owner: "identity-team",
	lastReviewed: "2026-11-04",
	keywords: ["forgot password"],
	redirectFrom: ["/old/"],
	featured: true,
	changes: [
		{ on: "2026-10-01", significance: "major", what: "Links hold for 60 minutes." },
		{ on: "2026-11-10", significance: "minor", what: "A clearer picture." },
	],
});
const own = translationSchema.parse({
	title: "Wie setze ich mein Passwort zurück?",
	summary: "Fordern Sie einen Link an.",
	translation: { checked: "2026-09-30" },
});

describe("a translation", () => {
	it("is front matter with `translation` and without a type", () => {
		expect([{ translation: {} }, { translation: {}, type: "how-to" }, { type: "how-to" }].map(isTranslation)).toEqual([true, false, false]);
	});

	it("has its own words and shares the rest with its source, but neither its old addresses nor its changes", () => {
		expect(withSource(own, source)).toMatchObject({
			...{ title: own.title, summary: own.summary, keywords: [], type: "how-to", owner: "identity-team", featured: true },
			...{ redirectFrom: [], changes: [], translation: { checked: "2026-09-30" } },
		});
	});

	it("is a draft as long as its source is one", () => {
		expect([withSource(own, { ...source, draft: true }).draft, withSource({ ...own, draft: true }, source).draft, withSource(own, source).draft]).toEqual([
			true,
			true,
			false,
		]);
	});
});

describe("what a translation owes", () => {
	const debt = (checked: string) => translationDebt(source.changes, checked)?.on ?? null;

	it("is the latest major change after the day on which it was checked", () => {
		expect(debt("2026-09-30")).toBe("2026-10-01");
		expect(translationDebt([...source.changes, { on: "2026-11-12", significance: "major", what: "Codes instead of links." }], "2026-09-30")?.on).toBe(
			"2026-11-12",
		);
	});

	it("is nothing for a change of that day, for a minor one, and for one that nobody noted", () => {
		expect([debt("2026-10-01"), debt("2026-10-02"), translationDebt([], "2020-01-01")]).toEqual([null, null, null]);
	});
});
