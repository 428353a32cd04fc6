import { limits } from "#contract/limits.ts";
import type { OverviewReport } from "#contract/reports.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { attacker, between, inWords, networkOf, shoot, withPortal, type Shot } from "./flood.ts";

const batches = 200;
const readers = 400;

/** Full batches of page views under many browsers' names, spread over the last hours so that no machine is seen, and readers between them. */
export function eventFlood(say: (line: string) => void): Promise<Figure[]> {
	return withPortal("flood-of-events", async (portal) => {
		const views = (n: number) => Array.from({ length: n }, (_, place) => ({ id: crypto.randomUUID(), type: "page_viewed", path: "/", ago: place * 60_000 }));
		const batch = (network: string, browser: number, honest: boolean): Shot => ({
			path: "/api/events",
			...{ network, browser, honest },
			body: { session: null, locale: honest ? "en" : "de", events: views(honest ? 3 : limits.eventsPerBatch) },
		});
		const flood = Array.from({ length: batches }, (_, place) => batch(attacker, place, false));
		const honest = Array.from({ length: readers }, (_, place) => batch(networkOf(place), 0, true));
		const { url, tick } = portal.worker();
		const told = await shoot(url, between(flood, honest));
		say("taking in");
		for (let round = 0; round < 4; round++) await tick();
		const response = await fetch(`${url}/api/reports/overview`, { headers: { authorization: "Bearer bench" } });
		const { excluded } = (await response.json()) as OverviewReport;
		await portal.worker().stop();
		const count = (locale: string) => portal.count(`SELECT count(*) AS n FROM events WHERE locale = '${locale}'`);
		const sent = batches * limits.eventsPerBatch;
		const of = `${sent} events of one network in ${Math.round(told.seconds)} s (${inWords(told.flood)}), ${readers} readers between them (${inWords(told.honest)})`;
		return [
			{ name: "events of the flood that count", value: await count("de"), unit: "", goal: { op: "<=", value: limits.eventsPerNetworkAndDay }, of },
			{ name: "told in the report as left out", value: excluded.flood, unit: "", goal: { op: "==", value: sent - limits.eventsPerNetworkAndDay }, of },
			{ name: "honest events that count", value: await count("en"), unit: "", goal: { op: "==", value: readers * 3 }, of },
			{ name: "failures", value: told.failures, unit: "", goal: { op: "==", value: 0 }, of },
		];
	});
}
