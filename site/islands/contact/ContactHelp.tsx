import { useEffect, useMemo, useRef, useState } from "react";
import { changeContact } from "#site/browser/contact-state.ts";
import { speaksOf } from "#site/lib/signals.ts";
import { heldSignals } from "#site/search/held-signals.ts";
import { limits } from "#contract/limits.ts";
import type { SearchDocument } from "#site/search/types.ts";
import type { Strings } from "#site/strings/catalogue.ts";
import { useAnswers } from "#site/islands/ask/use-answers.ts";
import { createSay } from "#site/strings/message.ts";
import { KnownIncident, type OpenIncident } from "./KnownIncident.tsx";
import { recordOpened, recordRejected, recordShown, recordSolved } from "./ledger.ts";
import { Question } from "./Question.tsx";
import { Solved } from "./Solved.tsx";
import { Suggestion } from "./Suggestion.tsx";
import { UrgentHelp } from "./UrgentHelp.tsx";
import { useContactState, useSuggestions } from "./use-suggestions.ts";
import { WordsContext } from "./words.ts";

interface ContactHelpProps {
	/** Begins the addresses of the page's language: nothing for the centre's first one, else `/de`. */
	base: string;
	/** How numbers are written, as BCP 47. */
	format: string;
	t: Strings["contactHelp"];
	/** Words and ticket categories for which no article is suggested. */
	urgent: { signals: string[]; categories: string[] };
	hotline?: string | undefined;
	statusPage?: string | undefined;
	/** Problems that are known and open. */
	incidents: OpenIncident[];
	/** Categories of articles that answer a ticket category, by its id. */
	answeredIn: Record<string, string[]>;
	/** The question is answered, too, when it is sent. */
	answering: boolean;
	/** What somebody might ask. */
	example?: string | undefined;
}

/**
 * Help before the form: suggestions with their quick answers while the customer writes. The form below is always open.
 * Before this code is there, the question is a plain form that leads to the search page.
 */
export function ContactHelp({ base, format, t, urgent, hotline, statusPage, incidents, answeredIn, answering, example }: ContactHelpProps) {
	const words = useMemo(() => ({ t, say: createSay(format), base }), [t, format, base]);
	const [question, setQuestion] = useState("");
	const [started, setStarted] = useState(false);
	const [rejected, setRejected] = useState<string[]>([]);
	const [solved, setSolved] = useState<string | null>(null);
	const box = useRef<HTMLElement>(null);
	const input = useRef<HTMLTextAreaElement>(null);
	const rejectedAt = useRef(0);
	const form = useContactState();
	const text = `${question}\n${form.description}`;
	const isTold = heldSignals(text, urgent.signals).length > 0;
	const isUrgent = isTold || form.priority === "P1" || urgent.categories.includes(form.category);
	const incident = incidents.find((known) => known.id === form.incident || speaksOf(text, known));
	const answers = useAnswers({
		place: "contact",
		format,
		category: form.category,
		links: { contact: () => "#write", search: (asked) => `${base}/search/?q=${encodeURIComponent(asked)}`, newTab: true },
		onSolved: setSolved,
	});
	const { documents, answered, rested, settle, settleQuestion } = useSuggestions(question, {
		active: !isUrgent && solved === null,
		rejected,
		answeredIn,
		base,
	});

	// Somebody may have typed before this code arrived, or brought the words of a search along.
	useEffect(() => {
		setQuestion(input.current?.value || (new URLSearchParams(location.search).get("q")?.slice(0, limits.question) ?? ""));
		setStarted(true);
	}, []);

	useEffect(() => {
		if (started) changeContact({ question });
	}, [question, started]);

	// Half-typed words suggest something else with each letter; nobody has read that.
	useEffect(() => {
		if (rested) recordShown(documents);
	});

	// The pressed button is gone with its suggestion: go on with the next one, or with the question.
	useEffect(() => {
		if (rejected.length === 0) return;
		const left = box.current?.querySelectorAll("summary") ?? [];
		(left[Math.min(rejectedAt.current, left.length - 1)] ?? input.current)?.focus();
	}, [rejected]);

	// What was asked before it became urgent is no longer the matter.
	useEffect(() => {
		if (isUrgent) answers.clear();
	}, [isUrgent]);

	function ask() {
		if (isUrgent) return box.current?.querySelector<HTMLElement>(".notice.bad a")?.focus();
		settleQuestion();
		if (answering) void answers.ask(question, box.current);
	}

	/** Counts what was shown and the search behind it, because a suggestion was used. */
	function use(document: SearchDocument, position: number) {
		recordShown(documents);
		return { search: settle(document), position };
	}

	function reject(document: SearchDocument, position: number) {
		use(document, position);
		rejectedAt.current = position - 1;
		setRejected([...rejected, document.id]);
		recordRejected(document);
	}

	function solve(document: SearchDocument, position: number) {
		recordSolved(document, use(document, position));
		setSolved(document.title);
	}

	if (solved !== null)
		return (
			<WordsContext value={words}>
				<Solved title={solved} />
			</WordsContext>
		);
	return (
		<WordsContext value={words}>
			<section ref={box} className="contact-help" aria-label={t.label} data-looked={answered || isUrgent ? "" : undefined}>
				<p className="visually-hidden" role="status">
					{answered ? (documents.length === 0 ? t.noSuggestions : words.say(t.suggestions, { count: documents.length })) : ""}
				</p>
				<Question input={input} question={question} started={started} example={example} onChange={setQuestion} onStart={answers.warmUp} onSend={ask} />
				<p className="to-form">
					<a href="#write">{t.toForm}</a>
				</p>
				{isUrgent ? <UrgentHelp hotline={hotline} statusPage={statusPage} told={isTold} /> : null}
				{incident ? <KnownIncident incident={incident} added={form.incident === incident.id} /> : null}
				{answers.failed ? (
					<p className="notice bad" role="alert">
						{t.askNotLoaded}
					</p>
				) : null}
				<div ref={answers.place} className="ask-place" />
				{documents.length > 0 ? (
					<>
						<h2>{t.mayAnswer}</h2>
						<ul className="suggested">
							{documents.map((document, index) => (
								<Suggestion
									key={document.id}
									document={document}
									open={index === 0}
									onOpen={() => recordOpened(document, use(document, index + 1), "answered")}
									onRead={() => recordOpened(document, use(document, index + 1), "opened")}
									onSolved={() => solve(document, index + 1)}
									onRejected={() => reject(document, index + 1)}
								/>
							))}
						</ul>
					</>
				) : null}
				{answered && documents.length === 0 ? <p className="muted">{rejected.length > 0 ? t.noneLeft : t.noArticle}</p> : null}
			</section>
		</WordsContext>
	);
}
