import { limits } from "#contract/limits.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { attacker, between, inWords, networkOf, shoot, withPortal, type Shot } from "./flood.ts";

const tickets = 500;
const readers = 25;
/** Another network, which writes in the name of one address. */
const impostor = "203.0.114.9";

/** Tickets of one network with an address each, of another one with one address, and customers between them, whose desk must get theirs. */
export function ticketFlood(say: (line: string) => void): Promise<Figure[]> {
	return withPortal("flood-of-tickets", async (portal, desk) => {
		const ticket = (network: string, browser: number, email: string, category: string, honest: boolean): Shot => {
			const key = crypto.randomUUID();
			const words = { subject: "A value is refused", description: `The number is refused. Case ${key}`, name: "Ada Example" };
			return {
				path: "/api/tickets",
				...{ network, browser, honest },
				body: { key, ...words, email: email || `${key}@customer.example`, category, locale: "en" },
			};
		};
		const flood = [
			...Array.from({ length: tickets }, (_, place) => ticket(attacker, place, "", "other", false)),
			...Array.from({ length: tickets }, (_, place) => ticket(impostor, place, "ada@customer.example", "billing-account", false)),
		];
		const honest = Array.from({ length: readers }, (_, place) => ticket(networkOf(place), 0, "", "data-issues", true));
		const { url, tick } = portal.worker();
		const told = await shoot(url, between(flood, honest));
		say("handing over");
		for (let round = 1; round <= 4; round++) await tick(Date.now() + round * 60_000);
		await portal.worker().stop();
		const of = `${2 * tickets} tickets of two networks in ${Math.round(told.seconds)} s (${inWords(told.flood)}), ${readers} customers between them (${inWords(told.honest)})`;
		const stored = (category: string) => portal.count(`SELECT count(*) AS n FROM tickets WHERE category = '${category}'`);
		const handed = await portal.count(
			"SELECT count(*) AS n FROM tickets t JOIN deliveries d ON d.ticket = t.id WHERE t.category = 'data-issues' AND d.state = 'delivered'",
		);
		return [
			{ name: "tickets of one network", value: await stored("other"), unit: "", goal: { op: "<=", value: limits.ticketsPerNetworkAndHour }, of },
			{ name: "tickets for one address", value: await stored("billing-account"), unit: "", goal: { op: "<=", value: limits.ticketsPerEmailAndHour }, of },
			{ name: "tickets of customers, handed over", value: handed, unit: "", goal: { op: "==", value: readers }, of },
			{ name: "twice at the desk", value: [...desk.held.values()].filter((times) => times > 1).length, unit: "", goal: { op: "==", value: 0 }, of },
			{ name: "failures", value: told.failures, unit: "", goal: { op: "==", value: 0 }, of },
		];
	});
}
