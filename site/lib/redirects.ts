import { addressKey, decodePercent, splitAddress } from "#contract/old-addresses.ts";

/** An old address and where it leads now. */
export interface Redirect {
	/** Path on this site, perhaps with `#` and an old place on the page. */
	from: string;
	/** Path on this site, perhaps with `?` or `#`. */
	to: string;
}

/** An old place on a page, kept as an extra id. */
export interface OldAnchor {
	/** The id that was linked to. */
	old: string;
	/** Id of the element that is there now; empty for the top of the page. */
	now: string;
}

/** Redirects, ready to be asked. */
export interface RedirectTable {
	/** The first redirect of each old path, by `addressKey`. */
	paths: ReadonlyMap<string, Redirect>;
	/** Redirects of old places on pages; fragments never reach a server, so the pages keep them. */
	anchors: readonly Redirect[];
	/** Where the browser ends that starts at an address: path by path, the fragment as it was. Undefined when it goes in a circle. */
	follow(address: string): string | undefined;
	/** What to write instead of an old address, old places on pages included. Undefined when it is not old, or goes in a circle. */
	newAddress(address: string): string | undefined;
}

/** What an address with a place on a page is compared by; one without is compared by `addressKey`. */
export function placeKey(address: string): string {
	const { fragment } = splitAddress(address);
	return fragment === undefined ? addressKey(address) : `${addressKey(address)}#${decodePercent(fragment)}`;
}

/** Sorts redirects into those of pages and those of places on pages. */
export function createRedirectTable(redirects: readonly Redirect[]): RedirectTable {
	const paths = new Map<string, Redirect>();
	const anchors: Redirect[] = [];
	for (const redirect of redirects) {
		if (splitAddress(redirect.from).fragment !== undefined) anchors.push(redirect);
		else if (!paths.has(addressKey(redirect.from))) paths.set(addressKey(redirect.from), redirect);
	}
	function follow(address: string): string | undefined {
		const seen = new Set<string>();
		let here = address;
		for (let next = paths.get(addressKey(here)); next; next = paths.get(addressKey(here))) {
			if (seen.has(addressKey(here))) return undefined;
			seen.add(addressKey(here));
			const { fragment } = splitAddress(here);
			here = fragment === undefined || splitAddress(next.to).fragment !== undefined ? next.to : `${next.to}#${fragment}`;
		}
		return here;
	}
	// A place is known by the address that was linked, and by the one that the browser ends on.
	const places = new Map(
		anchors.flatMap((redirect) => [follow(redirect.from) ?? redirect.from, redirect.from].map((address) => [placeKey(address), redirect] as const)),
	);
	function newAddress(address: string): string | undefined {
		let here = follow(address);
		const seen = new Set<string>();
		for (let next = places.get(placeKey(here ?? address)); next; next = places.get(placeKey(next.to))) {
			if (seen.has(placeKey(next.from))) return undefined;
			seen.add(placeKey(next.from));
			here = next.to;
		}
		return here === address ? undefined : here;
	}
	return { paths, anchors, follow, newAddress };
}

/** The old ids that each page keeps, by `addressKey`. A redirect that leads to another page than the browser does keeps nothing. */
export function oldAnchors({ anchors, follow }: RedirectTable): Map<string, OldAnchor[]> {
	const kept = new Map<string, OldAnchor[]>();
	for (const { from, to } of anchors) {
		const page = addressKey(follow(splitAddress(from).path) ?? "");
		if (page === "" || page !== addressKey(to)) continue;
		const anchor = { old: decodePercent(splitAddress(from).fragment ?? ""), now: decodePercent(splitAddress(to).fragment ?? "") };
		const list = kept.get(page);
		if (list) list.push(anchor);
		else kept.set(page, [anchor]);
	}
	return kept;
}
