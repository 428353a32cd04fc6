import { buildCompactIndex } from "#site/search/build-index.ts";
import { createSearch } from "#site/search/create-search.ts";
import type { SearchAnswer, SearchDocument } from "#site/search/types.ts";

type Text = Partial<SearchDocument> & { bodyText?: string };

function article(id: string, title: string, summary: string, text: Text = {}): SearchDocument & { bodyText: string } {
	const category = text.category ?? id.slice(0, id.lastIndexOf("/"));
	return {
		id,
		url: `/${id}/`,
		title,
		summary,
		quickAnswer: "",
		type: "how-to",
		category,
		categoryTitle: category,
		keywords: [],
		headings: [],
		fragment: `en_${id.replaceAll("/", "_")}`,
		stale: false,
		bodyText: "",
		...text,
	};
}

const documents = [
	article("account/reset-your-password", "How do I reset my password?", "Get a new password by e-mail.", {
		keywords: ["forgot password", "new passcode"],
		headings: [{ id: "no-email", text: "The e-mail with the link does not arrive" }],
		bodyText: "Open the sign-in page and choose the link. The link works for one hour.",
	}),
	article("account/log-in", "How do I log in?", "Open your centre and sign in with your work e-mail.", { keywords: ["can't access my account"] }),
	article("account/single-sign-on", "Set up single sign-on", "Let people sign in with your company's identity provider.", {
		type: "reference",
		bodyText: "Works with SAML and OpenID Connect.",
	}),
	article("data/import-spreadsheet", "Import values from a spreadsheet", "Bring many values in at once from a file.", {
		keywords: ["upload excel file", "bulk import"],
		headings: [
			{ id: "columns", text: "Columns of the file" },
			{ id: "rejected", text: "Rows that are rejected" },
		],
	}),
	article("data/validation", "Why was my value rejected?", "Limits and units that every value is checked against.", { type: "troubleshooting" }),
	article("data/emissions", "How are emissions calculated?", "Activity data times an emission factor, by the rules of ISO 14064-1.", {
		quickAnswer: "Each value is multiplied by the emission factor of its year.",
		keywords: ["CO2e factor"],
	}),
	article("reporting/export", "Export a report as PDF", "Save a finished report as a file.", {
		keywords: ["download report"],
		bodyText: "The cover page shows a hologram of your logo.",
	}),
	article("reporting/frameworks/gri", "Report by GRI", "Disclosures such as GRI 305-1 and where their figures come from.", { type: "reference" }),
	article("reporting/old-export", "Export a report as spreadsheet", "Save a finished report as a table.", { keywords: ["download report"], stale: true }),
	article("api/too-many-requests", "Error 429: too many requests", "ERR_4290 means that a client asks too often.", {
		type: "troubleshooting",
		keywords: ["ERR_4290", "rate limit"],
	}),
	article("api/error-codes", "Error codes of the API", "Every code with its meaning.", { type: "reference", bodyText: "ERR_4290 ERR_4291 ERR_5030" }),
	article("billing/invoice", "Where do I find an invoice?", "All invoices are under Billing.", { headings: [{ id: "vat", text: "Change the VAT number" }] }),
];

export const index = buildCompactIndex({
	documents,
	synonyms: {
		both: [
			["spreadsheet", "excel", "xlsx"],
			["single sign-on", "sso"],
		],
		oneWay: [
			{ from: "receipt", to: ["invoice"] },
			{ from: "azure ad", to: ["single sign-on"] },
			{ from: "kicks me out", to: ["log in"] },
		],
	},
});

/** Stands for Pagefind: articles whose body holds the word, however short or long it is. */
export async function lookUpBody(word: string): Promise<Map<string, number>> {
	return new Map(documents.filter(({ bodyText }) => bodyText.toLowerCase().includes(word.toLowerCase())).map(({ fragment }) => [fragment, 1]));
}

export const search = createSearch(index);

export function ids({ results }: SearchAnswer): string[] {
	return results.map(({ document }) => document.id);
}
