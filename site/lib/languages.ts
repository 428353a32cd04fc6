import { stringsOf, type Strings } from "#site/strings/catalogue.ts";
import { createSay, type Message, type Values } from "#site/strings/message.ts";
import { readContentData } from "./content-data.ts";
import { dayInWords } from "./dates.ts";
import { escapeHtml } from "./escape-html.ts";
import { addressIn } from "./language-address.ts";
import { createPathFormatter } from "./paths.ts";
import { supportIn, wordsOfSupport, type Support } from "./support-words.ts";

/** The names of languages in their own words. */
const ownName = (locale: string) => new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;

/** Languages that are written from right to left. */
const rightToLeft = new Set(["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** Attributes of what is in another language than its page; nothing for what is in the page's. */
export type Foreign = {
	lang?: string;
	dir?: "ltr" | "rtl";
};

/** A page's language, and everything that is said in it. */
export interface Language {
	locale: string;
	/** The language's own name. Example: `Deutsch` */
	name: string;
	/** Which way its lines run. */
	dir: "ltr" | "rtl";
	/** How days and numbers are written, as BCP 47. */
	format: string;
	/** Begins the addresses of its pages: nothing for the centre's first language, else `/de`. */
	base: string;
	t: Strings;
	/** A message, filled in. */
	say: (message: Message, values?: Values) => string;
	/** A message as HTML; values are HTML already. */
	html: (message: Message, values?: Record<string, string>) => string;
	/** A day. Example: `14 September 2026` */
	day: (day: string) => string;
	/** Name of another language in this one. Example: `German` */
	nameOf: (locale: string) => string;
	/** Address of an article or topic; the empty id is the home page. */
	path: (id: string) => string;
	/** `site.yml` in this language. */
	site: { name: string; description: string; greeting: string; examples: string[]; popularSearches: string[]; footerNote: string | undefined };
	/** `support.yml` in this language. */
	support: Support;
	/** A link of header or footer, its label and where it leads in this language. */
	link: (link: { label: string; href: string }) => { label: string; href: string };
	/** Attributes of words of `support.yml` that nobody has translated: they are in the centre's first language. Nothing for all others. */
	ofTeam: (words: string) => Foreign;
}

const { site, support, locales } = readContentData();
const pathOf = createPathFormatter(site);
const teamWords = wordsOfSupport(support);
const dirOf = (locale: string) => (rightToLeft.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr");

function createLanguage(locale: string): Language {
	const own = Object.hasOwn(locales, locale) ? locales[locale] : undefined;
	const t = stringsOf(locale) ?? stringsOf("en");
	if (!t) throw new Error("there are no English messages");
	const format = own?.format ?? (locale === "en" ? "en-GB" : locale);
	const say = createSay(format);
	const isDefault = locale === site.defaultLocale;
	const base = isDefault ? "" : `/${locale}`;
	const words = own?.site;
	return {
		locale,
		name: own?.name ?? ownName(locale),
		dir: dirOf(locale),
		format,
		base,
		t,
		say,
		html: (message, values = {}) => escapeHtml(say(message)).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
		day: (day) => dayInWords(day, format),
		nameOf: (other) => new Intl.DisplayNames(locale, { type: "language" }).of(other) ?? other,
		path: (id) => pathOf(id, locale),
		site: {
			name: words?.name ?? site.name,
			description: words?.description ?? site.description,
			greeting: words?.greeting ?? site.greeting,
			// Searches are for articles of one language.
			examples: isDefault ? site.examples : (words?.examples ?? []),
			popularSearches: isDefault ? site.popularSearches : (words?.popularSearches ?? []),
			footerNote: words?.footerNote ?? site.footerNote,
		},
		support: supportIn(support, own?.support),
		link: ({ label, href }) => ({ label: words?.links[href] ?? label, href: addressIn(base, href) }),
		ofTeam: (text) => (isDefault || !teamWords.has(text) ? {} : { lang: site.defaultLocale, dir: dirOf(site.defaultLocale) }),
	};
}

/** The languages of the centre, its first one first. */
export const languages: Language[] = [site.defaultLocale, ...Object.keys(locales)].map(createLanguage);

const byLocale = new Map(languages.map((language) => [language.locale, language]));

/** The paths of a page below `[...base]/` that is there in every language. */
export function inEachLanguage(): { params: { base: string | undefined } }[] {
	return languages.map(({ base }) => ({ params: { base: base.slice(1) || undefined } }));
}

/** A language of the centre; its first one for a locale that it does not have. */
export function languageOf(locale: string): Language {
	const found = byLocale.get(locale) ?? languages[0];
	if (!found) throw new Error("the centre has no language");
	return found;
}

/** The language of a page, by its address. */
export function languageAt({ pathname }: URL): Language {
	const first = pathname.split("/")[1] ?? "";
	return languageOf(byLocale.has(first) ? first : site.defaultLocale);
}

/** Attributes of what is in another language than its page: it says so, and runs its own way. Nothing for what is in the page's. */
export function foreignTo(page: Language, locale: string): Foreign {
	return locale === page.locale ? {} : { lang: locale, dir: languageOf(locale).dir };
}

/** The language of the article that is being rendered, which may stand in for one in the page's. */
export function languageOfText({ locals, url }: { locals: App.Locals; url: URL }): Language {
	return locals.textLocale === undefined ? languageAt(url) : languageOf(locals.textLocale);
}
