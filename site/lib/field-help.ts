import type { ArticleData } from "#site/schemas/article.ts";

interface FieldHelp {
	/** Why an article has this field. */
	why: string;
	/** A line that can be copied. */
	example: string;
}

/** What findings say about each field of the front matter. */
export const fieldHelp: Record<keyof ArticleData, FieldHelp> = {
	title: { why: "Customers choose by the title: it names their task in their words.", example: "title: How do I add ESG data?" },
	summary: {
		why: "Lists and search results show the summary below the title.",
		example: "summary: Type a value for a site and a month, and send it for review.",
	},
	type: { why: "The type decides which sections the article must have.", example: "type: how-to" },
	category: { why: "The folder is the category; the field can only confirm it.", example: "category: data-entry" },
	keywords: { why: "Search finds the article by words that customers use and the text does not.", example: "keywords: [enter data, type in numbers]" },
	audience: { why: "Readers see whether the article is for them.", example: "audience: [contributor]" },
	tiers: { why: "Readers see which plans have the feature.", example: "tiers: [business, enterprise]" },
	owner: { why: "Somebody has to keep the article true; reminders go to the owner.", example: "owner: data-team" },
	lastReviewed: { why: "Readers see how fresh the article is, and it is reviewed again in time.", example: "lastReviewed: 2026-09-14" },
	reviewEvery: { why: "It decides when the next review is due.", example: "reviewEvery: 6 months" },
	featured: { why: "Featured articles are shown on the home page.", example: "featured: true" },
	answers: { why: "The coverage figure counts which ticket categories have an article.", example: "answers: [data-issues]" },
	related: { why: "Readers continue with the related articles.", example: "related: [data-entry/data-validation]" },
	prerequisites: { why: "Readers are told what to do first.", example: "prerequisites: [admin/roles-and-permissions]" },
	nextSteps: { why: "Readers are told what comes next.", example: "nextSteps: [reporting/generate-a-report]" },
	draft: { why: "A draft is not published.", example: "draft: true" },
	stub: { why: "A stub is published and says that its answer is still being written.", example: "stub: true" },
	archived: { why: "An archived article leaves search and lists but keeps its address.", example: "archived: true" },
	replacedBy: { why: "Readers of an archived article are led to the one that holds now.", example: "replacedBy: data-entry/add-esg-data" },
	redirectFrom: { why: "Old addresses must keep leading somewhere.", example: "redirectFrom: [/old-path/]" },
	changes: {
		why: "A major change makes translations of before it outdated until somebody has looked at them.",
		example: "changes: [{ on: 2026-11-02, significance: major, what: Links hold for 60 minutes. }]",
	},
	translation: { why: "It tells whether a translation says what its source says now.", example: "translation: { checked: 2026-11-21 }" },
	imported: { why: "It says where the article came from, and that nobody has adopted it yet.", example: "imported: { from: zendesk, path: articles/42 }" },
	released: { why: "Release notes are ordered by the day of the release.", example: "released: 2026-10-14" },
};

/** Help for a field given by its path. Example: `related.0` */
export function helpFor(field: string): { why: string; example?: string } {
	const name = field.split(".")[0] ?? "";
	return isField(name) ? fieldHelp[name] : { why: "The front matter tells the centre what the article is." };
}

function isField(name: string): name is keyof ArticleData {
	return Object.hasOwn(fieldHelp, name);
}
