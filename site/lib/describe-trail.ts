import type { TrailEntry } from "#contract/tickets.ts";
import type { Strings } from "#site/strings/catalogue.ts";
import type { Spoken } from "#site/strings/message.ts";

/** One step of the trail in words. */
export function describeTrail(item: TrailEntry, { t, say }: Spoken<Strings["contactSend"]["trail"]>): string {
	switch (item.kind) {
		case "search":
			return say(t.searched, { words: item.query, results: item.results === 0 ? t.noAnswer : say(t.results, { count: item.results }) });
		case "article":
			return say(t.read, { title: item.title });
		case "vote":
			return say(item.helpful === "yes" ? t.helped : t.notHelped, { article: item.article });
		case "rejected":
			return say(t.rejected, { title: item.title });
		case "answer":
			return item.title === undefined ? say(t.askedInVain, { question: item.question }) : say(t.asked, { question: item.question, title: item.title });
		case "guided":
			return say(t.guided, { title: item.title, answers: walkInWords(item, { t, say }) });
	}
}

/** Example: `Does the page open? – No · Came to “The page does not load”` */
function walkInWords({ answers, outcome }: Extract<TrailEntry, { kind: "guided" }>, { t, say }: Spoken<Strings["contactSend"]["trail"]>): string {
	const parts = answers.map(({ question, answer }) => `${question} – ${answer}`);
	return [...parts, ...(outcome === undefined ? [] : [say(t.cameTo, { title: outcome })])].join(" · ");
}
