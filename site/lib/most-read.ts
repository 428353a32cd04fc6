import { z } from "zod";

const answer = z.object({ articles: z.array(z.string()) });

/**
 * Ids of the most read articles, from a running Worker (`KB_STATS_URL`, for example `https://help.example.com/api/popular`).
 * Null when there is none or it does not answer in time: the home page then shows featured articles instead.
 */
export async function mostReadIds(address = process.env["KB_STATS_URL"]): Promise<string[] | null> {
	if (!address) return null;
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(3_000) });
		return response.ok ? answer.parse(await response.json()).articles : null;
	} catch {
		return null;
	}
}
