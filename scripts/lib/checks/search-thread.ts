import { parentPort, workerData } from "node:worker_threads";
import type { SearchSources } from "./search-content.ts";
import { trySearches } from "./search-tests.ts";

// What searchFindings starts, and hands its sources to.
parentPort?.postMessage(await trySearches(workerData as SearchSources));
