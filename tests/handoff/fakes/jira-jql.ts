import { platformRefused } from "./jira-body.ts";

/** An issue as JQL sees it. */
export interface FoundIssue {
	id: string;
	key: string;
	project: string;
	summary: string;
	description: string;
	comments: string[];
	labels: string[];
	properties: Map<string, unknown>;
	fields: Record<string, unknown>;
	/** Epoch milliseconds. */
	createdAt: number;
}

type Condition = (issue: FoundIssue) => boolean;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** `~` looks for all words, or with quotes inside for the words in a row. */
function holds(text: string, wanted: string): boolean {
	const have = words(text);
	const phrase = /^"(.*)"$/s.exec(wanted)?.[1];
	const sought = words(phrase ?? wanted);
	if (phrase === undefined) return sought.every((word) => have.includes(word));
	return have.some((_, index) => sought.every((word, offset) => have[index + offset] === word));
}

/**
 * What a query asks: conditions joined by AND, an order that is ignored. It must be bounded.
 *
 * @see https://support.atlassian.com/jira-service-management-cloud/docs/jql-operators/ read on 2026-11-21
 */
export function parseJql(jql: string): Condition {
	const [where = ""] = jql.split(/\s*\border by\b/i);
	if (where.trim() === "") throw platformRefused(400, ["Unbounded JQL queries are not allowed here. Please add a search restriction to your query."]);
	const conditions = where.split(/\s+and\s+/i).map(parseCondition);
	return (issue) => conditions.every((fits) => fits(issue));
}

function parseCondition(condition: string): Condition {
	const {
		name = "",
		operator,
		value: raw = "",
	} = /^(?<name>[\w.[\]"-]+?)\s*(?<operator>!~|>=|<=|=|~|>|<|\bin\b)\s*(?<value>.+)$/is.exec(condition.trim())?.groups ?? {};
	const value = unquote(raw);
	const field = unquote(name).toLowerCase();
	if (operator === "~") {
		if (field === "summary") return ({ summary }) => holds(summary, value);
		if (field === "description") return ({ description }) => holds(description, value);
		if (field === "comment") return ({ comments }) => comments.some((comment) => holds(comment, value));
		if (field === "text") return ({ summary, description, comments }) => [summary, description, ...comments].some((text) => holds(text, value));
		if (/^cf\[\d+\]$/.test(field)) return ({ fields }) => holds(String(fields[`customfield_${field.slice(3, -1)}`] ?? ""), value);
	}
	if (operator === "=") {
		if (field === "project") return ({ project }) => project === value;
		if (field === "labels") return ({ labels }) => labels.includes(value);
		if (field === "key" || field === "issuekey" || field === "id") return ({ id, key }) => key === value || id === value;
		const { property = "", path = "" } = /^issue\.property\[(?<property>[^\]]+)\]\.?(?<path>[\w.]*)$/.exec(unquote(name))?.groups ?? {};
		if (property !== "") return ({ properties }) => dig(properties.get(unquote(property)), path) === value;
	}
	if (field === "created" && operator === ">=") {
		const [, amount = "0", unit = "d"] = /^-(\d+)([mhdw])$/.exec(value) ?? [];
		const minutes = { m: 1, h: 60, d: 1440, w: 10_080 }[unit] ?? 1440;
		return ({ createdAt }) => createdAt >= Date.now() - Number(amount) * minutes * 60_000;
	}
	throw platformRefused(400, [`Error in the JQL Query: '${condition}' is not understood.`]);
}

function dig(value: unknown, path: string): unknown {
	return path
		.split(".")
		.filter((part) => part !== "")
		.reduce<unknown>((inner, part) => (typeof inner === "object" && inner !== null ? (Reflect.get(inner, part) as unknown) : undefined), value);
}

function unquote(text: string): string {
	const { inner } = /^(?<quote>["'])(?<inner>.*)\k<quote>$/s.exec(text.trim())?.groups ?? {};
	return inner === undefined ? text.trim() : inner.replace(/\\(.)/g, "$1");
}
