import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { manifestPath, spokenPath } from "#contract/site-manifest.ts";
import { libraryPath, type Library } from "#contract/read-api.ts";
import { sectionsPath } from "#contract/sections.ts";
import { cutSections } from "#site/lib/twin/sections.ts";
import { buildIndex } from "#site/search/build/build-index.ts";
import type { IndexInput } from "#site/search/build/documents.ts";
import { english } from "#site/search/languages/english.ts";
import { german } from "#site/search/languages/german.ts";
import { indexFolder, indexRootPath } from "#site/search/paths.ts";
import { bindings } from "./support.ts";

interface Written {
	id: string;
	type: string;
	title: string;
	summary: string;
	quickAnswer?: string;
	keywords?: string[];
	/** Heading → Markdown below it. */
	sections: Record<string, string>;
}

const importing: Written = {
	id: "data-entry/import",
	type: "how-to",
	title: "How do I import values?",
	summary: "Bring a spreadsheet with many values in.",
	quickAnswer: "Choose Import & drop the file.",
	keywords: ["spreadsheet", "csv", "upload"],
	sections: {
		"Accents look broken in the preview":
			"**Cause**\n\nThe file is not UTF-8.\n\n**Solution**\n\n1. Open the file in a text editor.\n2. Save it as UTF-8.\n3. Import it again.",
		"How large may the file be?": "A file may have 50 MB and 100,000 rows.",
	},
};

const englishArticles: Written[] = [
	importing,
	{
		id: "billing/faq",
		type: "faq",
		title: "Billing FAQ",
		summary: "Who pays, when and how.",
		sections: {
			"How can we pay?": "By card on every paid plan. Bank transfer is for larger plans.",
			"Can two people be Owners?": "Yes, and we advise it.",
		},
	},
	{
		id: "sign-in/locked",
		type: "troubleshooting",
		title: "Why is my account locked?",
		summary: "Five wrong passwords lock an account.",
		quickAnswer: "Wait 30 minutes, or ask an admin to unlock you.",
		sections: { "Reset the password": "Select Forgot password and open the link in the e-mail." },
	},
];

const germanArticles: Written[] = [
	{
		...importing,
		title: "Wie importiere ich Werte?",
		summary: "Viele Werte aus einer Tabelle übernehmen.",
		quickAnswer: "Wählen Sie Import und legen Sie die Datei ab.",
		keywords: ["Tabelle", "hochladen"],
		sections: { "Wie groß darf die Datei sein?": "Eine Datei darf 50 MB haben." },
	},
];

const slug = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
const categoryOf = (id: string) => id.split("/")[0] ?? "";
const partsOf = ({ quickAnswer, sections }: Written) => ({ ...(quickAnswer !== undefined && { "Quick answer": quickAnswer }), ...sections });
const headingsOf = (article: Written) => Object.keys(partsOf(article)).map((text) => ({ id: slug(text), text }));

function twinOf(article: Written, url: string): string {
	const { title, summary } = article;
	const all = Object.entries(partsOf(article));
	return [`# ${title}`, `> ${summary}`, `<https://centre.example${url}>`, ...all.flatMap(([heading, text]) => [`## ${heading}`, text])].join("\n\n");
}

function inputOf(article: Written, base: string): IndexInput {
	const { id, type, title, summary, quickAnswer = "", keywords = [] } = article;
	const passages = Object.values(partsOf(article)).map((text, index) => ({ section: index + 1, text }));
	const category = categoryOf(id);
	return {
		...{ id, url: `${base}/${id}/`, title, summary, quickAnswer, keywords, type, category, categoryTitle: category },
		...{ headings: headingsOf(article), passages, asked: [], stale: false, helpfulness: 0 },
	};
}

const markdown = unified().use(remarkParse).use(remarkGfm);

function sectionsOf(article: Written, url: string) {
	return cutSections(markdown.parse(twinOf(article, url)), headingsOf(article));
}

function filesOf(articles: Written[], locale: string, base: string): [string, unknown][] {
	const language = locale === "de" ? german : english;
	const { root, files } = buildIndex({ language, synonyms: { both: [], oneWay: [] }, documents: articles.map((article) => inputOf(article, base)) });
	const library: Library = {
		articles: articles.map((article) => {
			const { id, title, summary, type, quickAnswer = "" } = article;
			const url = `${base}/${id}/`;
			return {
				id,
				locale,
				title,
				summary,
				url,
				type,
				category: categoryOf(id),
				revision: "aaaaaaaaaaaa",
				lastReviewed: "2026-10-01",
				quickAnswer,
				headings: headingsOf(article),
				markdown: `${base}/${id}.md`,
				sections: sectionsPath(locale, 0),
			};
		}),
		categories: [],
	};
	return [
		[`${base}${indexRootPath}`, { ...root, folder: "made" }],
		...[...files].map(([name, content]): [string, unknown] => [`${base}${indexFolder}/made/${name}`, content]),
		[libraryPath(locale), library],
		[sectionsPath(locale, 0), Object.fromEntries(articles.map((article) => [article.id, sectionsOf(article, `${base}/${article.id}/`)]))],
		...articles.map((article): [string, unknown] => [`${base}/${article.id}.md`, twinOf(article, `${base}/${article.id}/`)]),
	];
}

/** A site whose articles have sections, questions and a guided troubleshooter, made in memory: what a build leaves for the answer box. */
export async function makeAnswerSite(changeManifest: (manifest: Record<string, Record<string, unknown>>) => void): Promise<Fetcher> {
	const own = async (path: string) => (await bindings.ASSETS.fetch(`https://assets.local${path}`)).json();
	const manifest = (await own(manifestPath)) as Record<string, Record<string, unknown>>;
	changeManifest(manifest);
	const files = new Map<string, unknown>([
		[manifestPath, manifest],
		[spokenPath, await own(spokenPath)],
		["/trees.json", [{ article: "sign-in/locked", tree: "/sign-in/locked.tree.json", title: "Why is my account locked?", url: "/sign-in/locked/" }]],
		...filesOf(englishArticles, "en", ""),
		...filesOf(germanArticles, "de", "/de"),
	]);
	const fetch = async (request: Request) => {
		const content = files.get(new URL(request.url).pathname);
		if (content === undefined) return new Response(null, { status: 404 });
		return new URL(request.url).pathname.endsWith(".md") ? new Response(String(content)) : Response.json(content);
	};
	return { fetch } as unknown as Fetcher;
}
