import { useEffect, useRef, useState } from "react";
import { recordEvent } from "#site/api-client.ts";
import { contactVisit } from "#site/browser/contact-visit.ts";
import { makeDeflectionToken, remember } from "#site/browser/visit.ts";
import { useSearch } from "#site/islands/search/use-search.ts";
import { clickResult } from "#site/islands/search/settle.ts";
import { limits } from "#contract/limits.ts";
import { words } from "#site/search/normalise.ts";
import type { SearchDocument } from "#site/search/types.ts";
import { Suggestion } from "./Suggestion.tsx";

interface ContactHelpProps {
	/** Words of subjects for which no article is suggested. */
	sensitive: string[];
	hotline?: string | undefined;
	statusPage?: string | undefined;
	/** What somebody might ask. */
	example?: string | undefined;
}

const shown = 3;
const seen = new Set<string>();

/** Whether a text holds one of the signals as whole words. */
function holds(text: string, signals: string[]): boolean {
	const line = ` ${words(text).join(" ")} `;
	return signals.some((signal) => line.includes(` ${words(signal).join(" ")} `));
}

/** Notes which suggestions somebody had in front of them, each once. */
function recordShown(documents: SearchDocument[]): void {
	for (const { id } of documents) {
		if (seen.has(id)) continue;
		seen.add(id);
		recordEvent({ type: "suggestion_shown", contact: contactVisit().id, article: id });
	}
}

/**
 * Help before the form: suggestions with their quick answers while the customer writes. The form below is always open.
 * Before this code is there, the question is a plain form that leads to the search page.
 */
export function ContactHelp({ sensitive, hotline, statusPage, example }: ContactHelpProps) {
	const [question, setQuestion] = useState("");
	const [started, setStarted] = useState(false);
	const [rejected, setRejected] = useState<string[]>([]);
	const [solved, setSolved] = useState<string | null>(null);
	const box = useRef<HTMLElement>(null);
	const input = useRef<HTMLInputElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	const rejectedAt = useRef(0);
	const urgent = holds(question, sensitive);
	const { answer, settled, settle, settleWords } = useSearch(urgent || solved ? "" : question, { source: "contact" });
	const suggestions = answer?.answered
		? answer.results
				.map(({ document }) => document)
				.filter(({ id }) => !rejected.includes(id))
				.slice(0, shown)
		: [];

	// Somebody may have typed before this code arrived, or brought the words of a search along.
	useEffect(() => {
		setQuestion(input.current?.value || (new URLSearchParams(location.search).get("q")?.slice(0, limits.query) ?? ""));
		setStarted(true);
	}, []);

	useEffect(() => void document.dispatchEvent(new CustomEvent("contact:question", { detail: question })), [question]);

	// Half-typed words suggest something else with each letter; nobody has read that.
	useEffect(() => {
		if (settled) recordShown(suggestions);
	});

	useEffect(() => heading.current?.focus(), [solved]);

	// The pressed button is gone with its suggestion: go on with the next one, or with the question.
	useEffect(() => {
		if (rejected.length === 0) return;
		const left = box.current?.querySelectorAll("summary") ?? [];
		(left[Math.min(rejectedAt.current, left.length - 1)] ?? input.current)?.focus();
	}, [rejected]);

	/** Counts the search and what it showed, because a suggestion was used. */
	function use(): string | null {
		recordShown(suggestions);
		return settle();
	}

	function open({ id }: SearchDocument, position: number) {
		clickResult(use(), id, position, "answered");
		recordEvent({ type: "suggestion_opened", contact: contactVisit().id, article: id });
	}

	function read({ id, title }: SearchDocument, position: number) {
		clickResult(use(), id, position, "opened");
		recordEvent({ type: "suggestion_opened", contact: contactVisit().id, article: id });
		// It opens in another tab, which has a trail of its own.
		remember({ kind: "article", article: id, title });
	}

	function reject({ id, title }: SearchDocument, position: number) {
		use();
		rejectedAt.current = position - 1;
		setRejected([...rejected, id]);
		remember({ kind: "rejected", article: id, title });
		recordEvent({ type: "suggestion_rejected", contact: contactVisit().id, article: id });
	}

	function solve({ id, title }: SearchDocument, position: number) {
		clickResult(use(), id, position, "answered");
		const token = makeDeflectionToken();
		recordEvent({ type: "suggestion_solved", contact: contactVisit().id, article: id, ...(token && { token }) });
		contactVisit().settled = true;
		setSolved(title);
	}

	return (
		<section
			ref={box}
			className="contact-help"
			aria-label={solved ? undefined : "Find an answer first"}
			aria-labelledby={solved ? "contact-solved" : undefined}
		>
			<p className="visually-hidden" role="status">
				{statusOf(solved, suggestions.length, answer !== null)}
			</p>
			{solved ? (
				<>
					<h2 id="contact-solved" ref={heading} tabIndex={-1}>
						Good to hear.
					</h2>
					<p>“{solved}” solved it, so nothing was sent. If you find out that it did not, write to us below at any time.</p>
					<p>
						<a className="button quiet" href="/">
							Back to the help centre
						</a>
					</p>
				</>
			) : (
				<>
					<form
						action="/search/"
						method="get"
						onSubmit={(event) => {
							event.preventDefault();
							settleWords(question);
						}}
					>
						<label className="field" htmlFor="contact-question">
							What do you need help with?
						</label>
						<div className="ask-first">
							<input
								ref={input}
								id="contact-question"
								name="q"
								value={question}
								maxLength={limits.query}
								autoComplete="off"
								placeholder={example ? `For example: ${example}` : undefined}
								onChange={(event) => setQuestion(event.target.value)}
							/>
							<button className="button quiet" type="submit" hidden={started}>
								Find an answer
							</button>
						</div>
					</form>
					{urgent ? <UrgentHelp hotline={hotline} statusPage={statusPage} /> : null}
					{suggestions.length > 0 ? (
						<>
							<h2>This may answer it</h2>
							<ul className="suggested">
								{suggestions.map((document, index) => (
									<Suggestion
										key={document.id}
										document={document}
										open={index === 0}
										onOpen={() => open(document, index + 1)}
										onRead={() => read(document, index + 1)}
										onSolved={() => solve(document, index + 1)}
										onRejected={() => reject(document, index + 1)}
									/>
								))}
							</ul>
						</>
					) : null}
					{answer && suggestions.length === 0 ? (
						<p className="muted">
							{rejected.length > 0 ? "Then please write to us below." : "We have no article that answers this. Please write to us below."}
						</p>
					) : null}
					<p>
						<a href="#write">Go to the form</a>
					</p>
				</>
			)}
		</section>
	);
}

function statusOf(solved: string | null, suggestions: number, answered: boolean): string {
	if (solved || !answered) return "";
	if (suggestions === 0) return "No suggested answers";
	return suggestions === 1 ? "1 suggested answer" : `${suggestions} suggested answers`;
}

function UrgentHelp({ hotline, statusPage }: Pick<ContactHelpProps, "hotline" | "statusPage">) {
	return (
		<div className="notice bad" role="alert">
			<p>
				<strong>This sounds urgent or personal: please talk to a person.</strong>
			</p>
			<p>
				{hotline ? (
					<>
						Hotline, day and night: <a href={`tel:${hotline.replaceAll(" ", "")}`}>{hotline}</a>.{" "}
					</>
				) : null}
				{statusPage ? (
					<>
						Known problems: <a href={statusPage}>system status</a>.{" "}
					</>
				) : null}
				Or use the form below.
			</p>
		</div>
	);
}
