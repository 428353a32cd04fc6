import type { Destination, News } from "../handoff/destination.ts";
import { plainNews } from "../handoff/lib/plain-news.ts";
import { logError } from "../lib/log.ts";

/** Sends news to all of some destinations. Returns whether it reached one of them; what did not reach the others is in the log. */
export async function announce(destinations: Destination[], news: News, now: number): Promise<boolean> {
	const plain = plainNews(news);
	const reached = await Promise.all(destinations.map((destination) => send(destination, plain, now)));
	return reached.includes(true);
}

async function send(destination: Destination, news: News, now: number): Promise<boolean> {
	const about = { destination: destination.id, kind: news.kind };
	try {
		const outcome = await destination.announce?.(news, { now, again: false });
		if (outcome?.kind === "delivered") return true;
		logError("announcement_failed", { ...about, reason: outcome?.reason ?? "it takes no news" });
	} catch (error) {
		logError("announcement_failed", about, error);
	}
	return false;
}
