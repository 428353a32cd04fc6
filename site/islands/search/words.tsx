import { createContext, use, useMemo, type ReactNode } from "react";
import { search as english } from "#site/strings/en/search.ts";
import { createSay, type Say } from "#site/strings/message.ts";
import { loadSearchStrings, type SearchStrings } from "#site/strings/search.ts";

/** The language of a page, as an island is told. */
export interface PageLanguage {
	/** Folder of the language's articles. Example: `de` */
	locale: string;
	/** How numbers are written, as BCP 47. Example: `ar-u-nu-latn` */
	format: string;
	/** Begins the addresses of the language: nothing for the centre's first one, else `/de`. */
	base: string;
	/** Name of the centre's first language, in the page's own, where that is another. Example: `Englisch`. Else empty. */
	original: string;
}

/** What search says, and the language it says it in. */
interface Words extends PageLanguage {
	t: SearchStrings;
	say: Say;
}

// Awaited here, so that an island comes alive once the messages of its page are there and never shows other ones. Search without
// them is still better than none; and a module that fails is not asked for again.
const own = import.meta.env.SSR ? undefined : await loadSearchStrings(document.documentElement.lang).catch(() => english);

// A build speaks every language. Imported by an `import` statement, each browser would fetch them all.
const catalogue = import.meta.env.SSR ? await import("#site/strings/catalogue.ts") : undefined;

function stringsFor(locale: string): SearchStrings {
	return own ?? catalogue?.stringsOf(locale)?.search ?? english;
}

const WordsContext = createContext<Words | null>(null);

/** Hands the page's language and its messages to everything below. */
export function WordsProvider({ locale, format, base, original, children }: PageLanguage & { children: ReactNode }) {
	const words = useMemo(() => ({ locale, format, base, original, t: stringsFor(locale), say: createSay(format) }), [locale, format, base, original]);
	return <WordsContext value={words}>{children}</WordsContext>;
}

/** @throws outside a `WordsProvider` */
export function useWords(): Words {
	const words = use(WordsContext);
	if (!words) throw new Error("useWords needs a WordsProvider above it");
	return words;
}

/** Address of a language's contact page, which takes the words of a search along. */
export function contactUrl(base: string, query = ""): string {
	return withQuery(`${base}/contact/`, query);
}

/** Address of a language's search page. */
export function searchUrl(base: string, query = ""): string {
	return withQuery(`${base}/search/`, query);
}

function withQuery(path: string, query: string): string {
	const words = query.trim();
	return words ? `${path}?q=${encodeURIComponent(words)}` : path;
}
