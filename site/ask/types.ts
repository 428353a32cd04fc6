import type { Answer, AnswerEvent, AnswerSource, FoundAnswer, UnsureAnswer } from "#contract/answers.ts";
import type { ProblemDocument } from "#contract/problem.ts";
import type { Walk } from "#site/lib/troubleshooter/add-walk.ts";
import type { Tree } from "#site/lib/troubleshooter/tree.ts";
import type { AskStrings } from "#site/strings/ask.ts";
import type { Say } from "#site/strings/message.ts";

/** A question on its way: personal data is out, and it has the id by which the ledger knows its answer. */
export interface SentQuestion {
	id: string;
	question: string;
}

/** What came of a question: an answer, a refusal in words, or nothing because nobody could be reached. */
export type AskReply = { ok: true; answer: Answer } | { ok: false; problem: Pick<ProblemDocument, "title" | "detail"> | null };

/** How a question is followed on its way. */
export interface Following {
	/** Sources and pieces, as a stream brings them; not the whole. */
	onEvent: (event: Exclude<AnswerEvent, { event: "whole" }>) => void;
	/** Ends it: something else is asked. */
	signal: AbortSignal;
}

/** A guided troubleshooter as its file has it (`/a/b.tree.json`). */
export interface TreeFile {
	/** Id of the article. */
	article: string;
	title: string;
	/** Path of the article's page. */
	url: string;
	tree: Tree;
}

/** What somebody did with an answer, for the ledger and the trail. `answer` is the id of the question that was sent. */
export type AskEvent =
	| { type: "answer_shown"; answer: string; question: string; found: Answer }
	| { type: "answer_solved" | "answer_rejected"; answer: string; found: FoundAnswer | UnsureAnswer }
	| { type: "source_opened"; answer: string; source: AnswerSource; position: number }
	| { type: "walked"; answer: string; walk: Walk };

/** Everything that an answer box needs of where it stands. It reads and touches nothing else of the page. */
export interface Surroundings {
	/** Empty; the box fills it. May be in a shadow root. */
	root: HTMLElement;
	t: AskStrings;
	say: Say;
	/** Sends a question; answers with a reply and never rejects. */
	send: (question: SentQuestion, following: Following) => Promise<AskReply>;
	/** Reads a guided troubleshooter by its address; null where that fails. */
	readTree: (path: string) => Promise<TreeFile | null>;
	/** Told of what is done with answers. */
	onEvent: (event: AskEvent) => void;
	links: {
		/** Where a person is written to; takes the question along. */
		contact: (question: string) => string;
		/** Where articles are searched for a question. Null where that is where the box stands. */
		search: ((question: string) => string) | null;
		/** Full address of a path of the help centre. Default: the path itself. */
		page?: (path: string) => string;
		/** Sources open in a tab of their own, because what is written here must not be lost. Default: no */
		newTab?: boolean;
	};
	/** Told of a press on the way to a person; prevents the event's default where it opens that way itself. */
	onContact?: (question: string, event: MouseEvent) => void;
	/** Told of a press on a source; prevents the event's default where it shows the article itself. */
	onSource?: (source: AnswerSource, event: MouseEvent) => void;
}
