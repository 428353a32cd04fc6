import type { AnswerPlace } from "#contract/answers.ts";
import type { AskEvent } from "#site/ask/types.ts";
import { recordAnswerRejected, recordAnswerShown, recordAnswerSolved, recordSourceOpened } from "#site/browser/answer-ledger.ts";
import { keep, recall } from "#site/browser/visit.ts";
import { addWalk } from "#site/lib/troubleshooter/add-walk.ts";

/** Makes what keeps the ledger and the trail of the answers in one place of the site. */
export function noteAnswers(place: AnswerPlace): (event: AskEvent) => void {
	return function note(event) {
		const { answer } = event;
		switch (event.type) {
			case "answer_shown":
				return recordAnswerShown({ answer, question: event.question, found: event.found, place });
			case "answer_solved":
				return recordAnswerSolved(answer, place);
			case "answer_rejected":
				return recordAnswerRejected(answer);
			case "source_opened":
				return recordSourceOpened(answer, event.source, event.position);
			case "walked":
				return keep("trail", addWalk(recall("trail"), event.walk));
		}
	};
}
