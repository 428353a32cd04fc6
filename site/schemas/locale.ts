import * as z from "zod";
import { searchTestsSchema, synonymsSchema } from "./search.ts";

const words = z.string().min(1).max(200);

/** Whether a name is one of a language that numbers and plurals can be written in (BCP 47). Examples: `de`, `pt-BR`; not `pt_BR` */
export function isLocale(name: string): boolean {
	try {
		return Intl.getCanonicalLocales(name).length === 1;
	} catch {
		return false;
	}
}

/**
 * `locales/<locale>.yml`: the words of the centre in another of its languages, those that have a folder of articles or such a file. The file's name is the folder of its articles and the beginning of its
 * addresses. What is left out here is shown as the centre's first language has it.
 */
export const localeSchema = z.strictObject({
	/** The language's own name, in the list of languages. Example: `Deutsch`. Default: as it is usually called. */
	name: z.string().min(2).max(40).optional(),
	/** How numbers and days are written, as BCP 47. Example: `ar-u-nu-latn`. Default: the locale. */
	format: z.string().min(2).max(40).refine(isLocale, "must be a language like `de` or `pt-BR`").optional(),
	/** Words of `site.yml` in this language. */
	site: z
		.strictObject({
			/** Name of the help centre. */
			name: z.string().min(2).max(60).optional(),
			/** One sentence for search engines and the home page. */
			description: z.string().min(20).max(200).optional(),
			/** Question above the search box. */
			greeting: words.optional(),
			/** Searches offered below the search box. Default: none. */
			examples: z.array(z.string().min(2).max(60)).max(5).default([]),
			/** Searches offered in an empty search box. Default: none. */
			popularSearches: z.array(z.string().min(2).max(60)).max(8).default([]),
			/** Labels of the links in header and footer, by their address. Example: `{ /privacy/: Datenschutz }` */
			links: z.record(z.string(), words).default({}),
			/** Last line of the page. */
			footerNote: words.optional(),
		})
		.prefault({}),
	/** Titles and summaries of topics, by their path. Example: `{ data-entry: { title: Dateneingabe, summary: … } }` */
	categories: z
		.record(
			z.string(),
			z.strictObject({
				/** The topic's name. Example: `Dateneingabe` */
				title: words,
				/** What is found there, in one sentence. */
				summary: words,
			}),
		)
		.default({}),
	/** Words of `support.yml` in this language. */
	support: z
		.strictObject({
			/** What a message can be about, by id. Example: `{ billing-account: { label: Rechnung oder Konto, signals: [Rechnung] } }` */
			categories: z
				.record(
					z.string(),
					z.strictObject({
						/** Words in the form. */
						label: words,
						/** Words in a message that point to it, besides those of the first language. Default: none. */
						signals: z.array(words).default([]),
					}),
				)
				.default({}),
			/** What each priority means, in the customer's words. Example: `{ P4: Ein kleines Problem }` */
			promises: z.partialRecord(z.enum(["P1", "P2", "P3", "P4", "P5"]), z.string().min(5).max(200)).default({}),
			/** Labels of phone numbers, by their label in the first language. Example: `{ United States: USA }` */
			phones: z.record(z.string(), words).default({}),
			/** Names of holidays, by their name in the first language. Example: `{ "New Year's Day": Neujahr }` */
			holidays: z.record(z.string(), words).default({}),
			/** Words of the link to the chat. */
			chat: words.optional(),
			/** Words of the link to the community. */
			community: words.optional(),
			/** Words of an emergency, besides those of the first language. Default: none. */
			urgentSignals: z.array(z.string().min(3)).default([]),
			/** Known problems, by id. */
			incidents: z
				.record(
					z.string(),
					z.strictObject({
						/** What customers notice. */
						title: words,
						/** What is being done. */
						body: z.string().min(1),
						/** Words in a message that point to it, besides those of the first language. Default: none. */
						signals: z.array(z.string().min(3)).default([]),
					}),
				)
				.default({}),
			/** What the page of promises says besides its figures. */
			policy: z
				.strictObject({
					/** Whom to turn to when a promise is not kept; one step each, in order. */
					escalation: z.array(z.string().min(5)).optional(),
					/** What is not helped with. */
					exclusions: z.array(z.string().min(5)).optional(),
				})
				.prefault({}),
		})
		.prefault({}),
	/** Synonyms for the search of this language, as in `synonyms.yml`. Default: none. */
	synonyms: synonymsSchema.prefault({}),
	/** Searches that must keep working in this language, as in `search-tests.yml`. Ten with an article and ten with `none` also teach the search when to say that it has no answer. Default: none. */
	searchTests: searchTestsSchema.default([]),
});

export type LocaleData = z.output<typeof localeSchema>;
