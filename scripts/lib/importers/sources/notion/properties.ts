import { dayIn } from "../days.ts";

/** The lines between the title of a page and its text. */
export interface Properties {
	keywords: string[];
	summary: string | undefined;
	updated: string | undefined;
	draft: boolean;
	archived: boolean;
	/** Names of properties that name people. */
	people: string[];
	/** Properties without a counterpart. Example: `["Area: Web"]` */
	leftOver: string[];
}

const labels = /^(tags?|labels?|keywords?|topics?|categor(y|ies))$/i;
const people =
	/^(owner|owners|author|authors|person|people|assignee|assign|assigned to|created by|last edited by|updated by|reviewer|reviewers|verified by|contact|responsible)$/i;
const changed = /^(last edited time|last edited|last updated( time)?|updated( at)?|last modified|edited)$/i;
const common = /^(status|created|created time|date|url|type|priority|id|description|summary|language|product|version)$/i;

/** Whether a property names people, by its name. */
export function namesPeople(name: string): boolean {
	return people.test(name.trim());
}

/**
 * Finds the lines of properties that begin a text. Only rows of databases have any; where their database is not known, one name has
 * to be, and no value may read like a sentence.
 * @param columns names of the columns of the database that the page is a row of
 * @returns the properties, and how many lines they take
 */
export function findProperties(lines: string[], columns: string[] | undefined): { found: [string, string][]; count: number } {
	const end = lines.findIndex((line) => line.trim() === "");
	const block = lines.slice(0, end === -1 ? lines.length : end);
	const found = columns ? ofColumns(block, new Set(columns.map((name) => name.toLowerCase()))) : likely(block);
	return { found, count: found.length > 0 ? block.length : 0 };
}

/** Lines that begin with the name of a column; others belong to the value before them. */
function ofColumns(block: string[], columns: ReadonlySet<string>): [string, string][] {
	const found: [string, string][] = [];
	for (const line of block) {
		const [name, value] = split(line);
		const last = found.at(-1);
		if (columns.has(name.toLowerCase())) found.push([name, value]);
		else if (last) last[1] += ` ${line.trim()}`;
		else return [];
	}
	return found;
}

function likely(block: string[]): [string, string][] {
	const found = block.map(split);
	const isKnown = ([name]: [string, string]) => [labels, people, changed, common].some((pattern) => pattern.test(name));
	const fits = block.every((line) => /^[^\s#>*`|<[-][^:\n]{0,80}:(?: |$)/.test(line) && !/[.!?:]$/.test(line));
	return fits && found.some(isKnown) ? found : [];
}

function split(line: string): [string, string] {
	const colon = line.indexOf(":");
	return [line.slice(0, Math.max(colon, 0)).trim(), line.slice(colon + 1).trim()];
}

/** What an article takes from properties. */
export function readProperties(found: [string, string][]): Properties {
	const of = (pattern: RegExp) => found.filter(([name]) => pattern.test(name));
	const status = of(/^status$/i)
		.map(([, value]) => value)
		.join(" ");
	const updated = of(changed)
		.map(([, value]) => dayIn(value))
		.find((day) => day !== undefined);
	return {
		keywords: of(labels).flatMap(([, value]) => value.split(",").map((word) => word.trim())),
		summary: of(/^(summary|description|excerpt)$/i)[0]?.[1] || undefined,
		updated,
		draft: /\b(draft|in progress|not started|in review|to do|idea|backlog)\b/i.test(status),
		archived: /\b(archived|deprecated|obsolete|outdated)\b/i.test(status),
		people: of(people).map(([name]) => name),
		leftOver: found
			.filter(([name, value]) => value !== "" && ![labels, people, /^(summary|description|excerpt|status)$/i].some((pattern) => pattern.test(name)))
			.filter(([name, value]) => !(changed.test(name) && dayIn(value) !== undefined))
			.map(([name, value]) => `${name}: ${value}`.slice(0, 80)),
	};
}
