import { Worker } from "node:worker_threads";
import { onBody } from "#site/lib/build-record.ts";
import type { Done, Place, Told } from "./messages.ts";

/** The part of a build that runs in a thread beside the pages. */
export interface BesideBuild {
	/** Says that no article follows. */
	allRendered(): void;
	/** Waits until everything is written. */
	finish(): Promise<Done>;
}

/**
 * Begins before the pages are rendered: search, Markdown and the widget's articles take each article as soon as it is there, in a thread of
 * their own. They are half of the work that an article makes.
 */
export function startBeside(place: Place): BesideBuild {
	const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData: place });
	const tell = (told: Told) => thread.postMessage(told);
	const done = new Promise<Done>((resolve, reject) => {
		thread.once("message", resolve);
		thread.once("error", reject);
		thread.once("exit", (code) => reject(new Error(`the thread beside the build ended with ${code}`)));
	});
	// A failure is told where it is waited for.
	done.catch(() => undefined);
	// A build that breaks off does not wait for it.
	thread.unref();
	const stop = onBody((article, html) => tell({ article, html }));
	return {
		allRendered() {
			stop();
			thread.ref();
			tell("all rendered");
		},
		finish: async () => done,
	};
}
