import { decodePercent } from "#contract/old-addresses.ts";
import { dayInWords } from "./dates.ts";
import { countFindings, type Finding } from "./finding.ts";
import { withSlash } from "./paths.ts";
import { plural } from "./plural.ts";

/** A finding as the desk shows it. */
export interface DeskFinding extends Pick<Finding, "level" | "rule" | "line" | "column" | "what" | "why" | "remedy"> {
	/** Opens the place in the writer's editor. */
	editor: string;
}

/** A file as the writer's desk knows it. */
export interface DeskFile {
	/** Path as a person would type it. */
	file: string;
	/** Opens the file in the writer's editor. */
	editor: string;
	findings: DeskFinding[];
}

/** An article as the writer's desk knows it. */
export interface DeskArticle extends DeskFile {
	/** Example: `/data-entry/add-esg-data/` */
	address: string;
	title: string;
	draft: boolean;
	/** The team that keeps it true; undefined when the front matter does not say. */
	owner?: string | undefined;
	/** Day on which its review is due, like `2026-12-24`; undefined for an archived article or one whose front matter cannot be read. */
	due?: string | undefined;
}

/** What `npm run dev` found when it last checked the content; kept in a file, which the site reads. */
export interface Desk {
	/** The day of the check, like `2026-11-21`. */
	today: string;
	errors: number;
	warnings: number;
	articles: DeskArticle[];
	/** Data files and others with findings. */
	files: DeskFile[];
}

/** One line of a list. */
export interface DeskEntry {
	/** Undefined for a data file, which has no page. */
	address?: string | undefined;
	title: string;
	editor: string;
	errors: number;
	warnings: number;
}

/** A list that was cut: what is shown, and how many there are in all. */
export interface DeskList {
	shown: DeskEntry[];
	all: number;
}

/** What the desk shows on one page. */
export interface DeskPage {
	today: string;
	/** Of the whole centre. */
	errors: number;
	warnings: number;
	/** The article on this page. */
	article?: DeskArticle | undefined;
	drafts: DeskList;
	withFindings: DeskList;
}

/** Most entries of a list. */
const mostShown = 30;

/** Picks what concerns one page. */
export function deskPage({ today, errors, warnings, articles, files }: Desk, pathname: string): DeskPage {
	const address = withSlash(decodePercent(pathname));
	const worst = [...articles, ...files]
		.map(entry)
		.filter((line) => line.errors + line.warnings > 0)
		.sort((a, b) => b.errors - a.errors || b.warnings - a.warnings);
	return {
		today,
		errors,
		warnings,
		article: articles.find((article) => article.address === address),
		drafts: cut(articles.filter(({ draft }) => draft).map(entry)),
		withFindings: cut(worst),
	};
}

function entry(file: DeskFile | DeskArticle): DeskEntry {
	return {
		...("address" in file ? { address: file.address, title: file.title } : { title: file.file }),
		editor: file.editor,
		...countFindings(file.findings),
	};
}

function cut(entries: DeskEntry[]): DeskList {
	return { shown: entries.slice(0, mostShown), all: entries.length };
}

/** Address that opens a file at a place in VS Code and editors like it. */
export function editorLink(absolute: string, line = 1, column = 1): string {
	const path = absolute.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":");
	return `vscode://file${path.startsWith("/") ? "" : "/"}${path}:${line}:${column}`;
}

/** When a review is due. Example: `review due in 12 days` */
export function reviewInWords(due: string, today: string): string {
	const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
	if (days === 0) return "review due today";
	if (days === 1) return "review due tomorrow";
	if (days > 1 && days <= 60) return `review due in ${days} days`;
	const date = dayInWords(due);
	return days > 0 ? `review due on ${date}` : `review overdue since ${date}`;
}

/** Numbers of findings. Example: `2 errors, 1 warning`; nothing at all is `no findings`. */
export function countsInWords({ errors, warnings }: { errors: number; warnings: number }): string {
	const parts = [errors > 0 ? plural(errors, "error") : "", warnings > 0 ? plural(warnings, "warning") : ""].filter(Boolean);
	return parts.length > 0 ? parts.join(", ") : "no findings";
}
