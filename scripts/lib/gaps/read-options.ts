import { nearest } from "#site/lib/nearest.ts";
import { categoryPaths } from "../checks/build-content.ts";
import type { Content } from "../checks/model.ts";
import { misuse } from "../command-line.ts";
import { isSafeAddress } from "../safe-address.ts";
import { isBranchName } from "./commit-branch.ts";
import type { Destination } from "./deliver.ts";
import { openHosts } from "./open/where.ts";

/**
 * Where a change should go, by the options of the command line; says what is wrong with them.
 * @param day for the name of a branch that has none
 */
export function destination(values: Record<string, string | boolean | undefined>, day: string): Destination {
	const [open, branch, apiUrl] = [text(values["open"]), text(values["branch"]), text(values["api-url"])];
	if (branch !== undefined && !isBranchName(branch)) misuse(`--branch is "${branch}"; git does not take it for the name of a branch.`);
	const host = text(values["host"]);
	const wishes = {
		repository: text(values["repository"]),
		base: text(values["base"]),
		apiUrl,
		host: host === undefined ? undefined : oneOf("--host", host, openHosts),
	};
	if (open === undefined && Object.values(wishes).some((value) => value !== undefined)) misuse("--repository, --host, --api-url and --base go with --open.");
	if (wishes.repository !== undefined && !/^(?!\.\.?\/)[\w.-]+(?:\/(?!\.\.?(?:\/|$))[\w.-]+)+$/.test(wishes.repository))
		misuse(`--repository is "${wishes.repository}"; write it as owner/name.`);
	if (apiUrl !== undefined && !isSafeAddress(apiUrl))
		misuse(`--api-url is "${apiUrl}"; it must begin with https://, so that nobody reads the token on the way.`);
	const opened = open === undefined ? undefined : oneOf("--open", open, ["pull-request", "issue"]);
	if (opened === "issue" && branch !== undefined) misuse("--branch goes with a pull request; an issue has no branch.");
	if (values["dry-run"] === true) return { kind: "nowhere" };
	if (opened === "issue") return { kind: "issue", wishes };
	if (opened === "pull-request") return { kind: "pull-request", branch: branch ?? `gaps/${day}`, wishes };
	return branch === undefined ? { kind: "folder" } : { kind: "branch", branch };
}

function text(value: string | boolean | undefined): string | undefined {
	return typeof value === "string" ? value : undefined;
}

/** One of the values that an option can have. */
export function oneOf<const Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
	const known = allowed.find((one) => one === value);
	return known ?? misuse(`${option} is "${value}"; allowed: ${allowed.join(", ")}`);
}

/** The number that an option says. */
export function wholeNumber(option: string, value: string, least: number, most: number): number {
	const number = Number(value);
	if (value.trim() === "" || !Number.isInteger(number) || number < least || number > most)
		misuse(`${option} is "${value}"; it must be a whole number from ${least} to ${most}.`);
	return number;
}

/** The category that was named, if one was. */
export function categoryOf(typed: string | undefined, { data }: Content): string | undefined {
	if (typed === undefined) return undefined;
	const known = categoryPaths(data.categories.data ?? []);
	const category = typed.trim().replace(/^\/|\/$/g, "");
	if (known.includes(category)) return category;
	const meant = nearest(category, known);
	return misuse(`"${category}" is not a category${meant ? ` (did you mean "${meant}"?)` : ""}; categories: ${known.join(", ")}`);
}
