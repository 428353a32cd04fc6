import { parentPort, workerData } from "node:worker_threads";
import { bodyTree } from "#site/lib/body-tree.ts";
import { recordArticle } from "#site/lib/build-record.ts";
import { startTwins } from "../twins.ts";
import { writeWidgetArticle } from "../widget-articles.ts";
import type { Place, TextsThread, Told } from "./messages.ts";

const { out, site } = workerData as Place;
const twins = startTwins(out, new URL(site));

function write({ article, html }: TextsThread["takes"]): void {
	// This thread's own record: the lists of all articles are made from it.
	recordArticle(article);
	if (article.archived) return;
	const tree = bodyTree(html);
	writeWidgetArticle(out, article, tree);
	twins.add(article, tree);
}

// What goes wrong ends the thread, and is told to the build by that.
parentPort?.on("message", (told: Told<TextsThread["takes"]>) => {
	if (told !== "all rendered") return write(told);
	parentPort?.postMessage(twins.finish() satisfies TextsThread["done"]);
	parentPort?.close();
});
