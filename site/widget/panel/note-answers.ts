import type { Answer } from "#contract/answers.ts";
import type { AskEvent } from "#site/ask/types.ts";
import { addWalk } from "#site/lib/troubleshooter/add-walk.ts";
import type { Session } from "./session.ts";
import type { Settler } from "./settle.ts";

/** Keeps ledger and trail of the answers in the panel, as the site's own pages do. */
export function noteAnswers(session: Pick<Session, "record" | "remember" | "trail" | "keepTrail">, settler: Settler): (event: AskEvent) => void {
	const { record } = session;
	const searches = new Map<string, string | null>();

	function settle(question: string, found: Answer): string | null {
		const results = found.kind === "answered" ? found.sources : [];
		return found.kind === "person" ? null : settler.settle(question, { answered: results.length > 0, results }, "ask");
	}

	return function note(event) {
		const { answer } = event;
		const search = searches.get(answer) ?? null;
		switch (event.type) {
			case "answer_shown": {
				const { found, question } = event;
				const source = found.kind === "answered" ? found.sources[0] : undefined;
				searches.set(answer, settle(question, found));
				// The words of what goes straight to a person are kept nowhere.
				if (found.kind !== "person") session.remember({ kind: "answer", question, ...(source && { article: source.id, title: source.title.slice(0, 200) }) });
				return record({
					type: "answer_shown",
					answer,
					way: found.kind === "answered" ? found.way : found.kind,
					place: "widget",
					...(source && { article: source.id }),
				});
			}
			case "answer_solved": {
				const [source] = event.found.kind === "answered" ? event.found.sources : [];
				if (source) settler.click(search, source.id, 1, "answered");
				return record({ type: "answer_solved", answer });
			}
			case "answer_rejected":
				return record({ type: "answer_rejected", answer });
			case "source_opened":
				return settler.click(search, event.source.id, event.position, "opened");
			case "walked":
				return session.keepTrail(addWalk(session.trail(), event.walk));
		}
	};
}
