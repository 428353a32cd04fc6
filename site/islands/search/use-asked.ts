import { useEffect, useRef, useState } from "react";
import { addressOf, askedIn, type Asked } from "./page-address.ts";

const wait = 120;
const nothing: Asked = { query: "", category: "", type: "" };

interface AskedState {
	asked: Asked;
	/** The address was read; before, nobody has asked anything. */
	started: boolean;
	/** Words are typed: they are asked after a moment, and the address goes with them. */
	type: (words: string) => void;
	/** Asks at once, as a page of the browser's history of its own. */
	commit: (next: Asked) => void;
}

function show(address: string, how: "pushState" | "replaceState"): void {
	if (address !== location.search) history[how](null, "", `${location.pathname}${address}`);
}

/**
 * What the search page is asked, kept in its address. Words on the way change the address of the page they are typed on; once they
 * are sent they become a page of their own, and the former one has its own words back, so that Back restores them.
 *
 * @param offered filters that the page knows
 * @param onArrival what an address asks, and whether it is the first: at the start, and after Back or Forward. Returns the words to
 *   ask, if others stand in the box already.
 */
export function useAsked(offered: Parameters<typeof askedIn>[1], onArrival: (asked: Asked, first: boolean) => string): AskedState {
	const [asked, setAsked] = useState(nothing);
	const [started, setStarted] = useState(false);
	const [typed, setTyped] = useState("");
	const committed = useRef("");

	useEffect(() => {
		function arrive(first: boolean) {
			const given = askedIn(location.search, offered);
			committed.current = addressOf(given);
			const query = onArrival(given, first);
			setTyped(query);
			setAsked({ ...given, query });
			setStarted(true);
		}
		function onBack() {
			arrive(false);
		}
		arrive(true);
		addEventListener("popstate", onBack);
		return () => removeEventListener("popstate", onBack);
		// Once: what is offered never changes, and the callback only touches what outlives a rendering.
	}, []);

	useEffect(() => {
		if (!started) return;
		const timer = setTimeout(() => setAsked((before) => (before.query === typed ? before : { ...before, query: typed })), wait);
		return () => clearTimeout(timer);
	}, [typed, started]);

	useEffect(() => {
		if (started) show(addressOf(asked), "replaceState");
	}, [asked, started]);

	return {
		asked,
		started,
		type: setTyped,
		commit(next) {
			const address = addressOf(next);
			if (address !== committed.current) {
				show(committed.current, "replaceState");
				show(address, "pushState");
				committed.current = address;
			}
			setTyped(next.query);
			setAsked(next);
		},
	};
}
