import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { loadAskStrings } from "#site/strings/ask.ts";
import { stringsOf, translatedLocales } from "#site/strings/catalogue.ts";
import { loadSearchStrings } from "#site/strings/search.ts";
import { englishSpoken } from "#site/strings/spoken.ts";
import { spokenBy, spokenStringsOf } from "#site/strings/spoken-catalogue.ts";
import { compareMessages, pathsOf } from "#site/strings/compare.ts";
import { en } from "#site/strings/en/index.ts";
import { createSay, type Message } from "#site/strings/message.ts";

type Tree = { [key: string]: Message | Tree };

/** Every message by its path. */
function messagesOf(tree: Tree): Map<string, Message> {
	return new Map(
		pathsOf(tree).map((path) => {
			const message = path.split(".").reduce<Message | Tree>((at, key) => (at as Tree)[key] ?? "", tree);
			return [path, message as Message];
		}),
	);
}

const textsOf = (message: Message) => (typeof message === "string" ? [message] : Object.values(message));
const namesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const english = messagesOf(en);

describe.each(translatedLocales)("the interface in %s", (locale) => {
	const strings = stringsOf(locale) as unknown as Tree;

	it("has every message, and none for itself", () => {
		expect(compareMessages(en, strings)).toEqual({ missing: [], unknown: [] });
	});

	it("fills in what English fills in", () => {
		const different = [...messagesOf(strings)].filter(([path, message]) => {
			const wanted = namesIn(textsOf(english.get(path) ?? "").join(" "));
			// A form of its own for "one" or "two" need not say the number.
			return !textsOf(message).every((text) => {
				const names = namesIn(text);
				return (
					names.every((name) => wanted.includes(name)) && wanted.every((name) => names.includes(name) || (name === "{count}" && typeof message !== "string"))
				);
			});
		});
		expect(different).toEqual([]);
	});

	it("has all plural forms that the language has", () => {
		const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
		const wrong = [...messagesOf(strings)].filter(([, message]) => typeof message !== "string" && Object.keys(message).sort().join() !== forms.join());
		expect(wrong).toEqual([]);
	});

	it("leaves no message empty that says something in English", () => {
		const empty = [...messagesOf(strings)].filter(([path, message]) => textsOf(message).some((text) => text === "") && english.get(path) !== "");
		expect(empty).toEqual([]);
	});
});

describe("saying a message", () => {
	it("takes the plural form of the count, and writes numbers as the language does", () => {
		const say = createSay("de");
		const articles = { one: "{count} Artikel", other: "{count} Artikel zu {topic}" };
		expect([say(articles, { count: 1 }), say(articles, { count: 1234, topic: "CO₂" })]).toEqual(["1 Artikel", "1.234 Artikel zu CO₂"]);
		const forms = { zero: "0", one: "1", two: "2", few: "few", many: "many", other: "other" };
		expect([0, 1, 2, 5, 40, 100].map((count) => createSay("ar")(forms, { count }))).toEqual(["0", "1", "2", "few", "many", "other"]);
	});

	it("leaves what nobody has filled in as it stands", () => {
		expect(createSay("en")("{count} of {all}", { count: 3 })).toBe("3 of {all}");
		expect(createSay("en")({ other: "{count} left" })).toBe("{count} left");
	});

	test("values are never read as messages", () => {
		fc.assert(
			fc.property(fc.string(), (value) => {
				expect(createSay("en")("<{value}>", { value })).toBe(`<${value}>`);
			}),
		);
	});
});

describe("comparing messages", () => {
	it("names what is missing and what is unknown by its path", () => {
		const source = { page: { home: "Home", count: { one: "1", other: "n" } } };
		expect(compareMessages(source, { page: { home: "Start", extra: "x" } })).toEqual({ missing: ["page.count"], unknown: ["page.extra"] });
	});
});

describe("every language of the catalogue", () => {
	it.each(translatedLocales)("is also what the Worker says, what search says, and what the answer box says: %s", async (locale) => {
		const all = stringsOf(locale);
		expect(all).toMatchObject(spokenStringsOf(locale));
		expect((await loadSearchStrings(locale)) === all?.search).toBe(true);
		expect((await loadAskStrings(locale)).ask === all?.ask).toBe(true);
	});

	it("serves the regions of its language, and English the rest", () => {
		expect(spokenStringsOf("de-CH")).toBe(spokenStringsOf("de"));
		expect(spokenStringsOf("tlh")).toBe(englishSpoken);
	});

	it("is given to the Worker unless it is English, which it has", () => {
		expect(spokenBy(["en", "en-GB", "de-CH", "tlh"])).toEqual({ "de-CH": spokenStringsOf("de") });
	});
});
