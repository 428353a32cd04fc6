import { recordEvent } from "#site/api-client.ts";
import { tidy } from "#site/lib/tidy.ts";
import type { Answer, AnswerPlace, AnswerSource } from "#contract/answers.ts";
import { limits } from "#contract/limits.ts";
import { contactVisit } from "./contact-visit.ts";
import { clickResult, settleSearch } from "./settle-search.ts";
import { keep, makeDeflectionToken, recall, remember } from "./visit.ts";

/** What the answer box has just shown. */
export interface ShownAnswer {
	/** Id that was sent with the question. */
	answer: string;
	question: string;
	found: Answer;
	place: AnswerPlace;
}

/**
 * Notes that an answer is in front of the reader, and the question as a settled search: what nothing answers is one without a result.
 * The words of what goes straight to a person are kept nowhere.
 */
export function recordAnswerShown({ answer, question, found, place }: ShownAnswer): void {
	const source = found.kind === "answered" ? found.sources[0] : undefined;
	const article = source && { article: source.id };
	const search = found.kind === "person" ? null : settleQuestion(question, found);
	if (found.kind !== "person") remember({ kind: "answer", question: tidy(question, limits.question), ...(source && { ...article, title: titleOf(source) }) });
	keep("answers", [...recall("answers"), { id: answer, search, ...article }].slice(-limits.shownAnswers));
	const way = found.kind === "answered" ? found.way : found.kind;
	recordEvent({ type: "answer_shown", answer, way, place, ...article, ...(place === "contact" && { contact: contactVisit().id }) });
}

function settleQuestion(query: string, found: Answer): string | null {
	const results = found.kind === "answered" ? found.sources : [];
	return settleSearch({ query, answered: results.length > 0, results }, "ask");
}

/** A title as a trail takes it. */
const titleOf = ({ title }: AnswerSource) => tidy(title, 200);

/** Notes that a source of an answer was opened. @param position place among the sources, from 1 */
export function recordSourceOpened(answer: string, source: AnswerSource, position: number): void {
	clickResult(shownAs(answer)?.search ?? null, source.id, position);
	remember({ kind: "article", article: source.id, title: titleOf(source) });
}

/** Notes that an answer helped; on the contact page nothing else is expected of the visit. */
export function recordAnswerSolved(answer: string, place: AnswerPlace): void {
	const { search = null, article } = shownAs(answer) ?? {};
	if (article !== undefined) clickResult(search, article, 1, "answered");
	const token = makeDeflectionToken();
	recordEvent({ type: "answer_solved", answer, ...(token && { token }) });
	if (place === "contact") contactVisit().settled = true;
}

/** Notes that an answer did not help. */
export function recordAnswerRejected(answer: string): void {
	recordEvent({ type: "answer_rejected", answer });
}

const shownAs = (answer: string) => recall("answers").find(({ id }) => id === answer);
