import { addressKey, addressProblem, decodePercent, splitAddress } from "#contract/old-addresses.ts";
import type { Finding, Place } from "./finding.ts";
import { createRedirectTable, placeKey, type Redirect, type RedirectTable } from "./redirects.ts";
import { reserved } from "./reserved-addresses.ts";

/** A redirect and where it is written. */
export interface PlacedRedirect extends Redirect {
	/** Shown in findings. */
	file: string;
	/** Where `from` stands. */
	source: Place;
	/** Where `to` stands; for `redirectFrom`, where `from` does. */
	target: Place;
}

/** What redirects are held against. */
export interface RedirectSite {
	/** Whether there is a page at an address with slashes at both ends. */
	isPage(path: string): boolean;
	/** Ids that a page has of itself; undefined where they are not known. */
	placesOf(path: string): ReadonlySet<string> | undefined;
	/** The page that was probably meant. */
	meantPage(path: string): string | undefined;
}

/** Something wrong with a redirect. */
export interface RedirectProblem extends Pick<Finding, "rule" | "what" | "why" | "remedy"> {
	redirect: PlacedRedirect;
	at: "source" | "target";
	/** What would be right in its place; absent where a person has to decide. */
	write?: string;
	/** Says word for word what another one says. */
	again?: boolean;
}

type Words = Omit<RedirectProblem, "redirect">;

/** Everything that keeps redirects from leading to a page of this site in one step. Linear, since there may be very many. */
export function redirectProblems(redirects: readonly PlacedRedirect[], site: RedirectSite): RedirectProblem[] {
	const table = createRedirectTable(redirects);
	const places = new Map(table.anchors.map((redirect) => [placeKey(redirect.from), redirect]));
	const before = new Map<string, Redirect>();
	return redirects.flatMap((redirect) => {
		const unfit = unfitAddress(redirect);
		const key = placeKey(redirect.from);
		const first = before.get(key);
		if (!first) before.set(key, redirect);
		const found = unfit
			? [unfit]
			: [
					...sourceProblems(redirect, table, site),
					...(first ? [twice(redirect, first)] : []),
					...(splitAddress(redirect.from).fragment === undefined ? pageProblems(redirect, table, places, site) : anchorProblems(redirect, table, places, site)),
				];
		return found.map((words) => ({ redirect, ...words }));
	});
}

function unfitAddress({ from, to }: Redirect): Words | undefined {
	const remedy = "Write a path of this site, like /data-entry/add-esg-data/.";
	const source = addressProblem(from) ?? (splitAddress(from).query ? "holds a ?, and old addresses are told apart by what stands before it" : undefined);
	if (source)
		return { rule: "redirects/address", at: "source", what: `the old address ${show(from)} ${source}`, why: "No reader could ever come by it.", remedy };
	const target = addressProblem(to);
	return target
		? {
				rule: "redirects/address",
				at: "target",
				what: `the target ${show(to)} ${target}`,
				why: "It would lead readers away from this site under its name.",
				remedy,
			}
		: undefined;
}

/** Control characters are shown as escapes. */
function show(address: string): string {
	return JSON.stringify(address).replace(/[\u007f-\u009f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function sourceProblems({ from }: Redirect, { follow }: RedirectTable, { isPage, placesOf }: RedirectSite): Words[] {
	const { path, fragment } = splitAddress(from);
	const page = `${addressKey(from)}/`;
	const first = page.split("/")[1]?.toLowerCase() ?? "";
	if (fragment !== undefined) {
		const end = follow(path);
		if (end === undefined || !placesOf(`${addressKey(end)}/`)?.has(decodePercent(fragment))) return [];
		return [
			{
				rule: "redirects/source",
				at: "source",
				what: `${from} is an existing place`,
				why: "The redirect would never be used.",
				remedy: "Delete the redirect.",
			},
		];
	}
	if (isPage(page))
		return [
			{
				rule: "redirects/source",
				at: "source",
				what: `${from} is an existing page`,
				why: "The redirect would never be used, or would hide the page.",
				remedy: "Delete the redirect.",
			},
		];
	// A page may be there; a redirect would hide what the Worker says about its errors.
	if (![...reserved, "problems"].includes(first)) return [];
	return [
		{
			rule: "redirects/reserved",
			at: "source",
			what: `${from} begins with /${first}/, which the centre uses itself`,
			why: "What the centre answers there would be lost, or the redirect never be used.",
			remedy: "Delete the redirect.",
		},
	];
}

function twice({ from, to }: Redirect, first: Redirect): Words {
	const again = first.to === to;
	return {
		rule: "redirects/twice",
		at: "source",
		what: again ? `${from} is redirected twice` : `${from} is redirected twice, to ${first.to} and to ${to}`,
		why: "Only the first counts.",
		remedy: "Keep one.",
		again,
	};
}

function circle({ from, to }: Redirect): Words {
	return {
		rule: "redirects/loop",
		at: "target",
		what: `${from} leads in a circle over ${to}`,
		why: "The browser gives up and shows an error.",
		remedy: "Lead it to an existing page.",
	};
}

function chain({ from, to }: Redirect, end: string): Words {
	return {
		rule: "redirects/chain",
		at: "target",
		what: `${from} leads to ${to}, which is redirected again`,
		why: "Each step costs the reader time.",
		remedy: `Lead it straight to ${end}`,
		write: end,
	};
}

function pageProblems(redirect: Redirect, { paths, follow }: RedirectTable, places: ReadonlyMap<string, Redirect>, site: RedirectSite): Words[] {
	const { from, to } = redirect;
	if (paths.has(addressKey(to))) {
		const end = follow(to);
		return [end === undefined ? circle(redirect) : chain(redirect, end)];
	}
	const page = `${addressKey(to)}/`;
	if (!site.isPage(page)) {
		const meant = site.meantPage(page);
		return [
			{
				rule: "redirects/target",
				at: "target",
				what: `${to} does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
				why: "Readers with an old link would end on a page that is not there.",
				remedy: meant ? `Write ${meant}` : "Name an existing page.",
			},
		];
	}
	const next = places.get(placeKey(to));
	return next ? [chain(redirect, next.to)] : missingPlace({ from, to }, site);
}

function anchorProblems(redirect: Redirect, { follow }: RedirectTable, places: ReadonlyMap<string, Redirect>, site: RedirectSite): Words[] {
	const { from, to } = redirect;
	const { path } = splitAddress(from);
	const end = follow(path);
	// The circle is reported at the redirects that make it.
	if (end === undefined) return [];
	const page = `${addressKey(end)}/`;
	if (!site.isPage(page))
		return [
			{
				rule: "redirects/target",
				at: "source",
				what: `${path} is no page, and no redirect leads on from it`,
				why: "The place would have no page to be on.",
				remedy: `Add a redirect from ${path}, too.`,
			},
		];
	if (addressKey(to) !== addressKey(end))
		return [
			{
				rule: "redirects/anchor",
				at: "target",
				what: `${from} cannot lead to ${to}: who opens it comes to ${page}`,
				why: "What stands after # never reaches a server; only the page itself can lead to another place on it.",
				remedy: `Lead it to ${page}, or to a place on it.`,
			},
		];
	const seen = new Set([placeKey(from)]);
	let last: Redirect | undefined;
	for (let next = places.get(placeKey(to)); next; next = places.get(placeKey(next.to))) {
		if (seen.has(placeKey(next.from))) return [circle(redirect)];
		seen.add(placeKey(next.from));
		last = next;
	}
	return last ? [chain(redirect, last.to)] : missingPlace(redirect, site);
}

function missingPlace({ to }: Redirect, { placesOf }: RedirectSite): Words[] {
	const { fragment } = splitAddress(to);
	const page = `${addressKey(to)}/`;
	const known = placesOf(page);
	if (!fragment || !known || known.has(decodePercent(fragment))) return [];
	return [
		{
			rule: "redirects/anchor",
			at: "target",
			what: `${page} has no place called "#${fragment}"`,
			why: "Readers would come to the top of the page, and have to search.",
			remedy: known.size > 0 ? `Use one of: ${[...known].map((id) => `#${id}`).join(", ")}` : "Leave the anchor out.",
		},
	];
}
