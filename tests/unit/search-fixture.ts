import { redact } from "#contract/redaction.ts";
import { buildIndex, type BuildIndexOptions, type BuiltIndex } from "#site/search/build/build-index.ts";
import type { IndexInput } from "#site/search/build/documents.ts";
import { createSearch, type Search } from "#site/search/create-search.ts";
import { english } from "#site/search/languages/english.ts";
import type { Language } from "#site/search/languages/language.ts";
import { openIndex, type IndexReader, type LoadFile } from "#site/search/read-index.ts";
import type { SearchAnswer } from "#site/search/types.ts";

/** An article as the build hands it in; a `body` is one section without a heading. */
export function article(id: string, title: string, summary: string, { body, ...rest }: Partial<IndexInput> & { body?: string } = {}): IndexInput {
	const category = rest.category ?? id.slice(0, id.lastIndexOf("/"));
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
		asked: [],
		headings: [],
		passages: body ? [{ section: 0, text: body }] : [],
		stale: false,
		helpfulness: 0,
		...rest,
	};
}

export const documents = [
	article("account/reset-your-password", "How do I reset my password?", "Get a new password by e-mail.", {
		keywords: ["forgot password", "new passcode"],
		headings: [
			{ id: "send", text: "Ask for the link" },
			{ id: "no-email", text: "The e-mail does not arrive" },
		],
		passages: [
			{ section: 1, text: "Open the sign-in page and choose the link. The link works for one hour." },
			{ section: 2, text: "Look into the spam folder. Ask your administrator whether the address is blocked." },
		],
	}),
	article("account/log-in", "How do I log in?", "Open your centre and sign in with your work e-mail.", {
		keywords: ["can't access my account"],
		body: "Write your address and your password. After five wrong passwords the account is locked for an hour.",
	}),
	article("account/single-sign-on", "Set up single sign-on", "Let people sign in with your company's identity provider.", {
		type: "reference",
		body: "Works with SAML and OpenID Connect. The provider sends a certificate.",
	}),
	article("data/import-spreadsheet", "Import values from a spreadsheet", "Bring many values in at once from a file.", {
		keywords: ["upload excel file", "bulk import"],
		headings: [
			{ id: "columns", text: "Columns of the file" },
			{ id: "rejected", text: "Rows that are rejected" },
		],
		passages: [
			{ section: 1, text: "Name the columns metric, site, period and value." },
			{ section: 2, text: "A row is rejected where its unit is unknown. Download the list of rejected rows." },
		],
	}),
	article("data/validation", "Why was my value rejected?", "Limits and units that every value is checked against.", {
		type: "troubleshooting",
		body: "A value far from last year's is held back until somebody confirms it.",
	}),
	article("data/emissions", "How are emissions calculated?", "Activity data times an emission factor, by the rules of ISO 14064-1.", {
		quickAnswer: "Each value is multiplied by the emission factor of its year.",
		keywords: ["CO2e factor"],
	}),
	article("data/backup", "Restore the database", "Bring back what was deleted, from a nightly copy.", {
		body: "The copy of the database is kept for thirty days.",
	}),
	article("reporting/export", "Export a report as PDF", "Save a finished report as a file.", {
		keywords: ["download report"],
		body: "The cover page shows the logo of your company.",
	}),
	article("reporting/frameworks/gri", "Report by GRI", "Disclosures such as GRI 305-1 and where their figures come from.", { type: "reference" }),
	article("reporting/old-export", "Export a report as spreadsheet", "Save a finished report as a table.", { keywords: ["download report"], stale: true }),
	article("api/too-many-requests", "Error 429: too many requests", "ERR_4021 means that a client asks too often.", {
		type: "troubleshooting",
		keywords: ["ERR_4021", "rate limit"],
		body: "Wait a minute and ask again. The answer names the seconds to wait.",
	}),
	article("api/error-codes", "Error codes of the API", "Every code with its meaning.", { type: "reference", body: "ERR_4021 ERR_4022 ERR_5030" }),
	article("billing/invoice", "Where do I find an invoice?", "All invoices are under Billing.", {
		headings: [{ id: "vat", text: "Change the VAT number" }],
		passages: [{ section: 1, text: "Open the company and write the new number." }],
	}),
	article("billing/close-account", "Close your account", "Leave, and take your values with you.", { keywords: ["cancel subscription", "delete my company"] }),
];

export const synonyms: BuildIndexOptions["synonyms"] = {
	both: [
		["spreadsheet", "excel", "xlsx"],
		["single sign-on", "sso"],
	],
	oneWay: [
		{ from: "receipt", to: ["invoice"] },
		{ from: "azure ad", to: ["single sign-on"] },
		{ from: "kicks me out", to: ["log in"] },
	],
};

/** Builds an index of the fixture's articles, or of others. */
export function build({ language = english, ...rest }: Partial<BuildIndexOptions> = {}): BuiltIndex {
	return buildIndex({ documents, synonyms: { both: [], oneWay: [] }, language, ...rest });
}

/** Stands for the name that Pagefind gives an article. */
export function fragmentOf(url: string): string {
	return `en_${url.replaceAll("/", "_")}`;
}

/** Files of an index as they come over the network. */
export function filesOf({ files, urls }: BuiltIndex): LoadFile {
	const all: [string, unknown][] = [...files, ["fragments.json", urls.map(fragmentOf)]];
	const texts = new Map(all.map(([name, content]) => [name, JSON.stringify(content)]));
	return async (name) => {
		const text = texts.get(name);
		if (text === undefined) throw new Error(`${name} is missing`);
		return JSON.parse(text) as unknown;
	};
}

/** Opens an index as browsers and the Worker do. */
export function open(built: BuiltIndex, load: LoadFile = filesOf(built)): IndexReader {
	return openIndex({ ...(JSON.parse(JSON.stringify(built.root)) as BuiltIndex["root"]), folder: "fixture" }, load);
}

/** The search of an index that is built for one test. */
export function searchOf(options: Partial<BuildIndexOptions>, language: Language = english): Search {
	return createSearch(open(build({ ...options, language })), { language });
}

export const built = build({ synonyms, pinned: [{ queries: ["price", "how much does it cost"], article: "billing/invoice" }] });

/** The fixture's search over the compact index alone, as the Worker searches. */
export const search = createSearch(open(built), { language: english, redact });

export function ids({ results }: SearchAnswer): string[] {
	return results.map(({ document }) => document.id);
}
