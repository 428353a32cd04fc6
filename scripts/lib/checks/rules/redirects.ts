import type { Finding, Place } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import type { Content, Rule } from "../model.ts";
import { error } from "../report.ts";

interface Redirect extends Place {
	from: string;
	to: string;
	file: string;
	target: Place;
}

/** redirects/*: every old address leads to a page in one step. */
export const redirects: Rule = (content) => {
	const all = allRedirects(content);
	return all.flatMap((redirect, index) => check(redirect, all.slice(0, index), all, content));
};

function allRedirects({ articles, data }: Content): Redirect[] {
	const { redirects: listed } = data;
	const inFile = (listed.data ?? []).map(({ from, to }, index) => ({
		from,
		to,
		file: listed.file,
		...listed.locateValue([index, "from"]),
		target: listed.locateValue([index, "to"]),
	}));
	const inArticles = articles.flatMap(({ frontMatter, address, file }) =>
		(frontMatter.data?.redirectFrom ?? []).map((from, index) => {
			const place = frontMatter.locateValue(["redirectFrom", index]);
			return { from, to: address, file, ...place, target: place };
		}),
	);
	return [...inFile, ...inArticles];
}

function check(redirect: Redirect, before: Redirect[], all: Redirect[], { pages }: Content): Finding[] {
	const { from, to, target } = redirect;
	const path = (to.split(/[?#]/)[0] ?? "").replace(/\/?$/, "/");
	const next = all.find((other) => same(other.from, path));
	const findings: Finding[] = [];
	if (pages.has(from.replace(/\/?$/, "/"))) {
		findings.push(
			error("redirects/source", redirect, redirect, {
				what: `${from} is an existing page`,
				why: "The redirect would never be used, or would hide the page.",
				remedy: "Delete the redirect.",
			}),
		);
	}
	if (before.some((other) => same(other.from, from))) {
		findings.push(error("redirects/twice", redirect, redirect, { what: `${from} is redirected twice`, why: "Only the first counts.", remedy: "Keep one." }));
	}
	if (next) {
		const end = follow(next, all);
		findings.push(
			end === undefined
				? error("redirects/loop", redirect, target, {
						what: `${from} leads in a circle over ${to}`,
						why: "The browser gives up and shows an error.",
						remedy: "Lead it to an existing page.",
					})
				: error("redirects/chain", redirect, target, {
						what: `${from} leads to ${to}, which is redirected again`,
						why: "Each step costs the reader time.",
						remedy: `Lead it straight to ${end}`,
					}),
		);
	} else if (!pages.has(path)) {
		const meant = nearest(path, pages.keys());
		findings.push(
			error("redirects/target", redirect, target, {
				what: `${to} does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
				why: "Readers with an old link would end on a page that is not there.",
				remedy: meant ? `Write ${meant}` : "Name an existing page.",
			}),
		);
	}
	return findings;
}

function same(one: string, other: string): boolean {
	return one.replace(/\/$/, "") === other.replace(/\/$/, "");
}

/** Where a chain ends; nothing when it is a circle. */
function follow(current: Redirect, all: Redirect[], seen: Redirect[] = []): string | undefined {
	if (seen.includes(current)) return undefined;
	const next = all.find((other) => same(other.from, current.to));
	return next ? follow(next, all, [...seen, current]) : current.to;
}
