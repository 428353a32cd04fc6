import { Worker } from "node:worker_threads";
import { onBody } from "#site/lib/build-record.ts";
import type { Place, SearchThread, TextsThread, Told } from "./messages.ts";

/** The part of a build that runs in threads beside the pages. */
export interface BesideBuild {
	/** Says that no article follows. */
	allRendered(): void;
	/** Waits until everything is written. */
	finish(): Promise<{ search: SearchThread["done"]; sections: TextsThread["done"] }>;
}

/** A thread that takes each article, and answers once when all were rendered. */
interface Thread<Kind extends { takes: unknown; done: unknown }> {
	tell(told: Told<Kind["takes"]>): void;
	/** The thread is waited for from now on; a build that breaks off before does not. */
	hold(): void;
	done: Promise<Kind["done"]>;
}

function startThread<Kind extends { takes: unknown; done: unknown }>(name: "search" | "texts", place: Place): Thread<Kind> {
	const thread = new Worker(new URL(`./${name}.ts`, import.meta.url), { workerData: place });
	const done = new Promise<Kind["done"]>((resolve, reject) => {
		thread.once("message", resolve);
		thread.once("error", reject);
		thread.once("exit", (code) => reject(new Error(`the thread of ${name} beside the build ended with ${code}`)));
	});
	// A failure is told where it is waited for.
	done.catch(() => undefined);
	thread.unref();
	return { tell: (told) => thread.postMessage(told), hold: () => thread.ref(), done };
}

/**
 * Begins before the pages are rendered. Search takes each article as soon as it is there; so do its Markdown and what the widget shows of it.
 * Each is done in a thread of its own: together they are half of the work that an article makes.
 */
export function startBeside(place: Place): BesideBuild {
	const search = startThread<SearchThread>("search", place);
	const texts = startThread<TextsThread>("texts", place);
	const stop = onBody((article, html) => {
		search.tell(article);
		// Its text goes to search alone.
		texts.tell({ article: { ...article, passages: [] }, html });
	});
	return {
		allRendered() {
			stop();
			for (const thread of [search, texts]) {
				thread.hold();
				thread.tell("all rendered");
			}
		},
		async finish() {
			const [done, sections] = await Promise.all([search.done, texts.done]);
			return { search: done, sections };
		},
	};
}
