import { parentPort, workerData } from "node:worker_threads";
import { recordArticle } from "#site/lib/build-record.ts";
import { startSearchIndex } from "../search-index.ts";
import { startTwins } from "../twins.ts";
import { writeWidgetArticles } from "../widget-articles.ts";
import type { Done, Place, Told } from "./messages.ts";

const { out, site } = workerData as Place;
const search = startSearchIndex();
const twins = startTwins(out, new URL(site));
const stopWidget = writeWidgetArticles(out);

// What goes wrong ends the thread, and is told to the build by that.
parentPort?.on("message", async (told: Told) => {
	// This thread's own record: whoever listens to it works here.
	if (told !== "all rendered") return recordArticle(told.article, told.html);
	stopWidget();
	const sections = twins.finish();
	const done: Done = { search: await search.write(out), sections };
	parentPort?.postMessage(done);
	parentPort?.close();
});
