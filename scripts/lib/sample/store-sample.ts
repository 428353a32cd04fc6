import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { compactIndexPath } from "#site/search/paths.ts";
import type { CompactIndex } from "#site/search/types.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { consumeInbox, insertInbox } from "#worker/queries/inbox.ts";
import { isEmpty, removeSample, storeSampleTickets } from "#worker/queries/sample.ts";
import { confirmDeflections } from "#worker/queries/upkeep.ts";
import { castVotes } from "#worker/queries/votes.ts";
import { withDatabase } from "../local-database.ts";
import { outFolder, stateFolder } from "../paths.ts";
import { makeSample } from "./make-sample.ts";

const days = 90;
const seed = 20_261_121;
const atOnce = 1000;

/** Notes beside the database that it was filled or emptied, so that it is never filled again unasked. */
const marker = () => join(stateFolder, "sample.json");

function note(state: "added" | "removed"): void {
	writeFileSync(marker(), JSON.stringify({ state }));
}

/** Whether the sample was ever added here. */
export function sampleWasConsidered(): boolean {
	return existsSync(marker());
}

/** Fills an empty database with sample events. Returns how many, or null when it was not empty. */
export async function addSample(now = Date.now()): Promise<number | null> {
	const site = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
	const { documents } = JSON.parse(readFileSync(join(outFolder, compactIndexPath), "utf8")) as CompactIndex;
	if (documents.length === 0) return null;
	const sample = makeSample({ documents, site, now, days, seed });
	return withDatabase(async (db) => {
		if (!(await isEmpty(db))) return null;
		for (let start = 0; start < sample.events.length; start += atOnce) {
			await consumeInbox(db, [await insertInbox(db, sample.events.slice(start, start + atOnce), now)]);
		}
		await castVotes(db, sample.votes);
		await storeSampleTickets(db, sample.tickets);
		await confirmDeflections(db, now);
		await refreshRollups(db);
		note("added");
		return sample.events.length + sample.votes.length + sample.tickets.length;
	});
}

/** Removes the sample. Returns how many rows went. */
export async function dropSample(): Promise<number> {
	const rows = await withDatabase(removeSample);
	note("removed");
	return rows;
}
