import { readFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "#contract/limits.ts";
import { manifestPath, type SiteManifest } from "#contract/site-manifest.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { attacker, between, inWords, networkOf, shoot, withPortal, type Shot } from "./flood.ts";

const votes = 10_000;
const readers = 40;

/** Votes against one article, each under the name of another browser, and readers who vote for it meanwhile. */
export function voteFlood(): Promise<Figure[]> {
	return withPortal("flood-of-votes", async (portal) => {
		const { articles } = JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")) as SiteManifest;
		const [article = "", { revision = "" } = {}] = Object.entries(articles)[0] ?? [];
		const vote = (network: string, browser: number, honest: boolean): Shot => ({
			path: "/api/votes",
			...{ network, browser, honest },
			body: { article, revision, helpful: honest ? "yes" : "no", locale: "en", session: crypto.randomUUID().replaceAll("-", "") },
		});
		const flood = Array.from({ length: votes }, (_, place) => vote(attacker, place, false));
		const honest = Array.from({ length: readers }, (_, place) => vote(networkOf(place), 0, true));
		const told = await shoot(portal.worker().url, between(flood, honest));
		await portal.worker().stop();
		const count = (helpful: number) => portal.count(`SELECT count(*) AS n FROM votes WHERE helpful = ${helpful}`);
		const visitors = await portal.count("SELECT count(*) - count(DISTINCT visitor) AS n FROM votes");
		const of = `${votes} votes of one network in ${Math.round(told.seconds)} s (${inWords(told.flood)}), ${readers} readers between them (${inWords(told.honest)})`;
		return [
			{ name: "votes of the flood that count", value: await count(0), unit: "", goal: { op: "<=", value: limits.votesPerNetworkAndDay }, of },
			{ name: "visitors with more than one vote", value: visitors, unit: "", goal: { op: "==", value: 0 }, of },
			{ name: "honest votes that count", value: await count(1), unit: "", goal: { op: "==", value: readers }, of },
			{ name: "failures", value: told.failures, unit: "", goal: { op: "==", value: 0 }, of },
		];
	});
}
