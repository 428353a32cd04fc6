import * as z from "zod";

const answer = z.object({
	articles: z.array(z.string()),
	helpfulness: z.record(z.string(), z.number().min(-1).max(1)).default({}),
});

/** What a running Worker knows of the site's articles. */
export interface SiteStats {
	/** Ids of the most read articles, most read first. */
	articles: string[];
	/** By article id, -1 (helps nobody) to 1; only articles with enough votes. */
	helpfulness: Record<string, number>;
}

let asked: { address: string; stats: Promise<SiteStats | null> } | undefined;

async function fetchStats(address: string): Promise<SiteStats | null> {
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(3_000) });
		return response.ok ? answer.parse(await response.json()) : null;
	} catch {
		return null;
	}
}

/**
 * Asks a running Worker (`KB_STATS_URL`, for example `https://help.example.com/api/popular`), once a build. Null when there is none or
 * it does not answer in time: the home page then shows featured articles, and search ranks without votes.
 */
export async function siteStats(address = process.env["KB_STATS_URL"]): Promise<SiteStats | null> {
	if (!address) return null;
	if (asked?.address !== address) asked = { address, stats: fetchStats(address) };
	return asked.stats;
}
