import { createAnalyse } from "#site/search/analyse.ts";
import { english } from "#site/search/languages/english.ts";
import type { SiteWords } from "#worker/lib/site-search.ts";

const analyse = createAnalyse(english);
const stem = (word: string) => analyse(word)[0]?.stem ?? word;

/** Words of a site of eighty articles, with the number of articles that hold each; no other word stands in any. */
const known = {
	...{ report: 48, data: 60, value: 40, export: 22, import: 15, file: 25, pdf: 8, csv: 9, spreadsheet: 11, api: 16, key: 7, token: 5, erp: 17, connect: 14 },
	...{
		connector: 2,
		power: 8,
		reset: 9,
		password: 30,
		mfa: 1,
		notification: 5,
		alert: 1,
		send: 12,
		user: 35,
		delete: 14,
		remove: 12,
		account: 33,
		contact: 20,
	},
	...{ mode: 3, audit: 21, log: 12, emission: 26, carbon: 6, scope: 12, gri: 10, invite: 19, invoice: 6, billing: 15, support: 30, sap: 2, share: 9, price: 2 },
};
const holding = new Map(Object.entries(known).map(([word, articles]) => [stem(word), articles]));

/** What a site knows of words; synonyms as the index holds them. */
export const site: SiteWords = {
	analyse,
	articles: 80,
	holding: (word) => holding.get(word) ?? 0,
	synonyms: [
		{ from: ["excel"], to: [stem("spreadsheet"), "xlsx"] },
		{ from: [stem("spreadsheet")], to: ["excel", "xlsx"] },
		{ from: ["xlsx"], to: [stem("spreadsheet"), "excel"] },
		{ from: ["sap"], to: ["erp"] },
		{ from: ["2fa"], to: ["mfa", "two", "factor"] },
		{ from: ["mfa"], to: ["2fa", "two", "factor"] },
		{ from: ["two", "factor"], to: ["2fa", "mfa"] },
		{ from: [stem("upload")], to: [stem("import"), "bring"] },
	],
	version: "test",
};

/** A site of which nothing is known. */
export const unknownSite: SiteWords = { analyse, articles: 0, holding: () => 0, synonyms: [], version: "test" };
