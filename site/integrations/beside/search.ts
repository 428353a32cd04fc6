import { parentPort, workerData } from "node:worker_threads";
import { recordArticle } from "#site/lib/build-record.ts";
import { startSearchIndex } from "../search-index.ts";
import type { Place, SearchThread, Told } from "./messages.ts";

const { out } = workerData as Place;
const search = startSearchIndex();

// What goes wrong ends the thread, and is told to the build by that.
parentPort?.on("message", async (told: Told<SearchThread["takes"]>) => {
	// This thread's own record: search listens to it.
	if (told !== "all rendered") return recordArticle(told);
	parentPort?.postMessage((await search.write(out)) satisfies SearchThread["done"]);
	parentPort?.close();
});
