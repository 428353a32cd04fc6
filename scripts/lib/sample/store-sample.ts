import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { consumeWaiting, insertInbox } from "#worker/queries/inbox.ts";
import { isEmpty, removeSample, storeSampleTickets } from "#worker/queries/sample.ts";
import { confirmDeflections } from "#worker/queries/upkeep.ts";
import { castVotes } from "#worker/queries/votes.ts";
import { withDatabase } from "../local-database.ts";
import { outFolder, stateFolder } from "../paths.ts";
import { makeSample } from "./make-sample.ts";
import { sampleDocuments } from "./sample-documents.ts";

const days = 90;
const seed = 20_261_121;
const atOnce = 1000;

type State = "adding" | "added" | "removed";

/** Notes beside the database that it is being filled, was filled or was emptied, so that it is never filled again unasked. */
const marker = (folder: string) => join(folder, "sample.json");

function note(state: State, folder = stateFolder): void {
	writeFileSync(marker(folder), JSON.stringify({ state }));
}

function noted(folder = stateFolder): State | null {
	if (!existsSync(marker(folder))) return null;
	try {
		return (JSON.parse(readFileSync(marker(folder), "utf8")) as { state: State }).state;
	} catch {
		return "adding";
	}
}

/** Whether the sample was ever added here, to its end. */
export function sampleWasConsidered(): boolean {
	const state = noted();
	return state !== null && state !== "adding";
}

interface AddOptions {
	now?: number;
	/** Where the database is kept. Default: the local state. */
	state?: string;
	/** Called now and then with the share that is done, from 0 to 1. */
	onProgress?: (share: number) => void;
	/** Leaves the rest undone; the next call begins anew. */
	stop?: AbortSignal | undefined;
}

/** Fills an empty database with sample events. What an interrupted fill left is dropped before. Returns how many, or null when the database was not empty. */
export async function addSample({ now = Date.now(), state = stateFolder, onProgress = () => {}, stop }: AddOptions = {}): Promise<number | null> {
	const site = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
	const documents = sampleDocuments(site);
	if (documents.length === 0) return null;
	const sample = makeSample({ documents, site, now, days, seed });
	return withDatabase(async (db) => {
		if (noted(state) === "adding") await dropHalf(db);
		if (!(await isEmpty(db))) return null;
		note("adding", state);
		for (let start = 0; start < sample.events.length; start += atOnce) {
			stop?.throwIfAborted();
			onProgress(start / sample.events.length);
			await insertInbox(db, sample.events.slice(start, start + atOnce), now);
			await consumeWaiting(db);
		}
		stop?.throwIfAborted();
		await castVotes(db, sample.votes);
		await storeSampleTickets(db, sample.tickets);
		await confirmDeflections(db, now);
		await refreshRollups(db);
		note("added", state);
		return sample.events.length + sample.votes.length + sample.tickets.length;
	}, state);
}

/** A batch that was stored and not yet read becomes rows first, or it would come back later. */
async function dropHalf(db: D1Database): Promise<void> {
	await consumeWaiting(db);
	await removeSample(db);
}

/** Removes the sample. Returns how many rows went. */
export async function dropSample(): Promise<number> {
	const rows = await withDatabase(removeSample);
	note("removed");
	return rows;
}
