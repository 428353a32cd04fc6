import { inWords } from "#contract/promise-clock.ts";
import type { Priority } from "#contract/priority.ts";
import { createSay, type Say } from "#site/strings/message.ts";
import { englishSpoken, type SpokenStrings } from "#site/strings/spoken.ts";
import type { Site } from "./site.ts";

/** The messages of a language. */
export interface Words {
	t: SpokenStrings;
	say: Say;
}

/** A language, and everything that the Worker says in it. */
export interface Speech extends Words {
	locale: string;
	/** Begins the addresses of its pages: nothing for the centre's first language, else `/de`. */
	base: string;
	/** Which way its lines run. */
	dir: "ltr" | "rtl";
	/** Name of the centre. */
	siteName: string;
	/** What each priority means. */
	promises: Record<Priority, string>;
	/** Labels of the phone numbers, in their order. */
	phones: string[];
	/** Label of a ticket category; the id itself where there is none of it. */
	ticketCategory: (id: string) => string;
	/** A moment (epoch milliseconds) in an IANA zone. */
	at: (moment: number, timeZone: string) => string;
	/** An article, as this language has it; undefined where there is none of this id. */
	article: (id: string) => { title: string; url: string } | undefined;
}

/** What is said where no language is known, and to the people who run the centre. */
export const english: Words = { t: englishSpoken, say: createSay("en-GB") };

function ownOf<Value>(record: Record<string, Value>, key: string): Value | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}

function mapValues<Key extends string, From, To>(record: Record<Key, From>, change: (value: From) => To): Record<Key, To> {
	return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, change(value)])) as Record<Key, To>;
}

/** English, whether or not the centre has it. */
export function speakEnglish(site: Site): Speech {
	return speak(site, "en");
}

/** A language of the centre; its first one for a locale that it does not have. */
export function speakIn(site: Site, locale: string): Speech {
	return speak(site, site.locales.includes(locale) ? locale : site.defaultLocale);
}

function speak(site: Site, locale: string): Speech {
	const { defaultLocale, articles, support, spoken } = site;
	const own = ownOf(site.languages, locale);
	const format = own?.format ?? (locale === "en" ? "en-GB" : locale);
	const base = locale !== defaultLocale && site.locales.includes(locale) ? `/${locale}` : "";
	return {
		locale,
		base,
		dir: own?.dir ?? "ltr",
		siteName: own?.name ?? site.name,
		t: (spoken && ownOf(spoken, locale)) ?? englishSpoken,
		say: createSay(format),
		promises: own?.promises ?? mapValues(support.promises, ({ meaning }) => meaning),
		phones: own?.phones ?? support.channels.phones.map(({ label }) => label),
		ticketCategory: (id) => (own && ownOf(own.categories, id)) ?? support.ticketCategories.find((category) => category.id === id)?.label ?? id,
		at: (moment, timeZone) => inWords(moment, timeZone, format),
		article(id) {
			const article = ownOf(articles, id);
			const title = own && ownOf(own.titles, id);
			return article && (title === undefined || base === "" ? article : { title, url: `${base}${article.url}` });
		},
	};
}
