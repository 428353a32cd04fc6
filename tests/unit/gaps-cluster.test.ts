import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterQueries } from "#worker/reports/gaps/cluster-queries.ts";
import { site, unknownSite } from "./gaps-site.ts";

/** Clusters of searches; the first is searched most. */
function clusters(...queries: string[]): string[][] {
	const asked = queries.map((query, place) => ({ query, searches: 20 - place }));
	return clusterQueries(asked, site).map(({ phrasings }) => phrasings.map(({ query }) => query));
}

describe("searches for one thing", () => {
	it.each([
		["word order", ["export audit log", "audit log export"]],
		["function words", ["export audit log", "how do i export the audit log please"]],
		["word forms", ["export reports", "exporting a report"]],
		["capitals and accents", ["Café emissions", "cafe EMISSIONS"]],
		["a missing letter", ["slack notifications", "slak notifications"]],
		["swapped letters", ["slack notifications", "slakc notifications"]],
		["a doubled letter", ["taxonomy alignment", "taxonnomy alignment"]],
		["slips in two words", ["taxonomy alignment", "taxonmy algnment"]],
		["a word written as two", ["powerbi dashboard", "power bi dashboard"]],
		["synonyms of the site", ["excel import", "import a spreadsheet"]],
		["a phrase that means a word", ["reset 2fa", "reset two factor", "reset mfa"]],
		["a telling word in other company", ["slack notifications", "notifications in slack", "send alerts to slack", "slack"]],
		["one word more", ["power bi connector", "connect power bi", "power bi"]],
		["error codes", ["err_4290", "what is ERR_4290"]],
	])("stand together whatever their %s", (_, queries) => {
		expect(clusters(...queries)).toEqual([queries]);
	});

	it.each([
		["what is connected", ["power bi connector", "erp connector"]],
		["two tools nobody knows", ["tableau connector", "zapier connector"]],
		["what is reset", ["reset password", "reset mfa"]],
		["another format", ["import csv", "import xml", "export csv"]],
		["numbers", ["scope 2 emissions", "scope 3 emissions"]],
		["codes one digit apart", ["err_4290", "err_4291"]],
		["standards", ["iso14064", "iso14067"]],
		["short words", ["sap", "sas", "sms"]],
		["words one letter apart in other company", ["contact support", "contract renewal"]],
		["known words one letter apart", ["invoice share", "invite share"]],
		["a word that many searches share", ["share report", "report price", "report mode"]],
		["another mode", ["dark mode", "maintenance mode"]],
		["what is asked about a word of the site", ["price of billing", "price of an export"]],
		["another first letter", ["fax", "tax", "wax"]],
	])("are apart from another thing: %s", (_, queries) => {
		expect(clusters(...queries)).toHaveLength(queries.length);
	});

	it("do not run together over a word between", () => {
		expect(clusters("power bi connector", "tableau connector", "connector", "erp connector").filter((one) => one.includes("power bi connector"))).toEqual([
			["power bi connector"],
		]);
	});

	it("are named by the most frequent phrasing, whatever came first", () => {
		const [cluster] = clusterQueries(
			[
				{ query: "slak notifications", searches: 2 },
				{ query: "slack notifications", searches: 5 },
			],
			site,
		);
		expect(cluster).toMatchObject({ query: "slack notifications", key: "notif slack", searches: 7 });
	});

	it("are named by words as they are spelt, even where one slip of the keyboard is the most frequent phrasing", () => {
		const asked = [
			{ query: "tablau connector", searches: 19 },
			{ query: "tableau connector", searches: 7 },
			{ query: "how do i connect tableau", searches: 5 },
		];
		expect(clusterQueries(asked, site).map(({ query, phrasings }) => [query, phrasings.length])).toEqual([["tableau connector", 3]]);
	});

	it("stay together with a change that was made for them, whose article brings their words and slips to the site", () => {
		const phrasings = [
			["slack notifications", "slak notifications", "notifications in slack", "send alerts to slack"],
			["tableau dashboard", "tablau dashboard", "connect a tableau dashboard"],
			["dark mode", "night theme"],
		];
		const later = ["alerts in slack", "tableua dashboard", "tableau", "slak alerts", "night theme please"];
		const brought = new Set(phrasings.flat().flatMap((query) => site.analyse(query).map(({ stem }) => stem)));
		const built = { ...site, articles: 83, holding: (stem: string) => site.holding(stem) + Number(brought.has(stem)) };
		const asked = [
			...phrasings.flatMap((queries, change) => queries.map((query, place) => ({ query, searches: 5 + ((place * 7) % 5), change }))),
			...[...later, "mode of a report"].map((query) => ({ query, searches: 9 })),
		];
		const found = clusterQueries(asked, built).map((cluster) => cluster.phrasings.map(({ query }) => query).sort());
		expect(found.sort()).toEqual([
			["alerts in slack", ...(phrasings[0] ?? []), "slak alerts"].sort(),
			[...(phrasings[1] ?? []), "tableau", "tableua dashboard"].sort(),
			["dark mode", "night theme", "night theme please"],
			["mode of a report"],
		]);
	});

	it("of different changes stand apart, whatever words they share", () => {
		const asked = [
			{ query: "slack notifications", searches: 9, change: 0 },
			{ query: "slack alerts", searches: 5, change: 0 },
			{ query: "notifications in slack", searches: 3, change: 1 },
			{ query: "slack notifications please", searches: 2 },
		];
		expect(clusterQueries(asked, site).map(({ phrasings }) => phrasings.map(({ query }) => query))).toEqual([
			["slack notifications", "slack alerts", "slack notifications please"],
			["notifications in slack"],
		]);
	});

	it("are the same in whatever order they come: what was searched most begins, and its phrasings stand so too", () => {
		const typed = "send alerts to slack|slack|slack notifications|notifications in slack|reset mfa|mfa|reset two factor|password|import csv|csv|export csv|erp";
		const asked = typed.split("|").map((query, place) => ({ query, searches: 50 - place * 3 }));
		const expected = clusterQueries(asked, site);
		expect(expected.map(({ phrasings }) => phrasings.length).filter((n) => n > 1)).not.toHaveLength(0);
		for (const { phrasings } of expected) expect(phrasings).toEqual(phrasings.toSorted((a, b) => b.searches - a.searches));
		fc.assert(
			fc.property(fc.shuffledSubarray(asked, { minLength: asked.length }), (shuffled) => {
				expect(clusterQueries(shuffled, site)).toEqual(expected);
			}),
			{ numRuns: 20 },
		);
	});

	it("take in a phrasing that nobody has searched yet", () => {
		const asked = [
			{ query: "slack notifications", searches: 5 },
			{ query: "in slack: notifications", searches: 0 },
		];
		expect(clusterQueries(asked, site)).toMatchObject([{ searches: 5, phrasings: asked }]);
	});

	it("stand together by their words alone where the site's search does not work", () => {
		const asked = ["carbon offset", "offsets for carbon", "carbn offset", "delete account"].map((query, place) => ({ query, searches: 9 - place }));
		expect(clusterQueries(asked, unknownSite).map(({ phrasings }) => phrasings.length)).toEqual([3, 1]);
	});

	it("lose no search and no query, whatever was typed", { timeout: 20_000 }, () => {
		const query = fc.record({ query: fc.string({ unit: "binary", maxLength: 40 }), searches: fc.nat(9) });
		fc.assert(
			fc.property(fc.array(query, { maxLength: 25 }), (queries) => {
				const found = clusterQueries(queries, site);
				expect(found.reduce((sum, { searches }) => sum + searches, 0)).toBe(queries.reduce((sum, { searches }) => sum + searches, 0));
				expect(found.flatMap(({ phrasings }) => phrasings.map((one) => one.query)).sort()).toEqual(queries.map((one) => one.query).sort());
			}),
			{ numRuns: 50 },
		);
	});

	it("are found among thousands", { timeout: 60_000 }, () => {
		const word = (number: number) => Array.from(String(number), (digit) => "bcdfghklmn"[Number(digit)]).join("e");
		const queries = Array.from({ length: 3000 }, (_, number) => ({ query: `${word(number % 700)} ${word(number)} report export`, searches: 1 + (number % 7) }));
		expect(clusterQueries(queries, site).length).toBeGreaterThan(500);
	});
});
