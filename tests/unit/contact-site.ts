import type { ReportTable } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";

const article = { url: "/a/b/", type: "how-to", archived: false, answers: ["login"], title: "Sign in", edit: "https://git.example/a/b" };
/** A small centre: an article that answers a topic of tickets, one that answers none, an archived one, and a release note. */
export const site = {
	defaultLocale: "en",
	articles: {
		"a/b": article,
		"a/old": { ...article, title: "Old", archived: true, answers: ["import"] },
		"a/import": { ...article, url: "/a/import/", title: "Import", answers: [] },
		"a/news": { ...article, type: "release-notes", answers: [] },
	},
	support: {
		ticketCategories: [
			{ id: "login", label: "Signing in", covered: true },
			{ id: "import", label: "Importing", covered: true },
			{ id: "thanks", label: "Thanks", covered: false },
		],
	},
} as unknown as SiteManifest;

/** The cells of each row, in order. */
export const cellsOf = ({ rows }: ReportTable) => rows.map(({ cells }) => Object.values(cells));
