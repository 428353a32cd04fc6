import { useEffect, useRef, useState } from "react";
import { recordEvent } from "#site/api-client.ts";
import { useSearch } from "#site/islands/search/use-search.ts";
import { clickResult } from "#site/islands/search/settle.ts";
import { contactVisit } from "#site/lib/contact-visit.ts";
import { makeDeflectionToken, remember } from "#site/lib/visit.ts";
import { words } from "#site/search/normalise.ts";
import type { SearchDocument } from "#site/search/types.ts";
import { Suggestion } from "./Suggestion.tsx";

interface ContactHelpProps {
	/** Words of subjects for which no article is suggested. */
	sensitive: string[];
	hotline?: string | undefined;
	statusPage?: string | undefined;
}

const shown = 3;
const seen = new Set<string>();

/** Whether a text holds one of the signals as whole words. */
function holds(text: string, signals: string[]): boolean {
	const line = ` ${words(text).join(" ")} `;
	return signals.some((signal) => line.includes(` ${words(signal).join(" ")} `));
}

/** Help before the form: suggestions with their quick answers while the customer writes. The form below is always open. */
export function ContactHelp({ sensitive, hotline, statusPage }: ContactHelpProps) {
	const [question, setQuestion] = useState("");
	const [rejected, setRejected] = useState<string[]>([]);
	const [solved, setSolved] = useState<string | null>(null);
	const input = useRef<HTMLInputElement>(null);
	const urgent = holds(question, sensitive);
	const { answer, settle } = useSearch(urgent ? "" : question, "contact");
	const suggestions = answer?.answered ? answer.results.map(({ document }) => document).filter(({ id }) => !rejected.includes(id)).slice(0, shown) : [];

	// Somebody may have typed before this code arrived, or brought the words of a search along.
	useEffect(() => setQuestion(input.current?.value || (new URLSearchParams(location.search).get("q")?.slice(0, 200) ?? "")), []);

	useEffect(() => void document.dispatchEvent(new CustomEvent("contact:question", { detail: question })), [question]);

	useEffect(() => {
		for (const { id } of suggestions) {
			if (seen.has(id)) continue;
			seen.add(id);
			recordEvent({ type: "suggestion_shown", contact: contactVisit().id, article: id });
		}
	});

	function open({ id }: SearchDocument, position: number) {
		clickResult(settle(), id, position, "answered");
		recordEvent({ type: "suggestion_opened", contact: contactVisit().id, article: id });
	}

	function reject({ id, title }: SearchDocument) {
		setRejected([...rejected, id]);
		remember({ kind: "rejected", article: id, title });
		recordEvent({ type: "suggestion_rejected", contact: contactVisit().id, article: id });
	}

	function solve({ id, title }: SearchDocument) {
		settle();
		const token = makeDeflectionToken();
		recordEvent({ type: "suggestion_solved", contact: contactVisit().id, article: id, ...(token && { token }) });
		contactVisit().settled = true;
		setSolved(title);
	}

	if (solved) {
		return (
			<section className="contact-help solved" role="status">
				<h2>Good to hear.</h2>
				<p>“{solved}” solved it, so nothing was sent. If you find out that it did not, write to us below at any time.</p>
				<p><a className="button quiet" href="/">Back to the help centre</a></p>
			</section>
		);
	}
	return (
		<section className="contact-help" aria-label="Find an answer first">
			<label className="field" htmlFor="contact-question">What do you need help with?</label>
			<input ref={input} id="contact-question" value={question} maxLength={200} autoComplete="off" placeholder="For example: my import was rejected with ERR_1005" onChange={(event) => setQuestion(event.target.value)} />
			<p className="visually-hidden" role="status">{suggestions.length > 0 ? `${suggestions.length} suggested answers` : ""}</p>
			{urgent ? <UrgentHelp hotline={hotline} statusPage={statusPage} /> : null}
			{suggestions.length > 0 ? (
				<>
					<h2>This may answer it</h2>
					<ul className="suggested">
						{suggestions.map((document, index) => (
							<Suggestion key={document.id} document={document} open={index === 0} onOpen={() => open(document, index + 1)} onSolved={() => solve(document)} onRejected={() => reject(document)} />
						))}
					</ul>
				</>
			) : null}
			{answer && suggestions.length === 0 && !urgent ? <p className="muted">We have no article that answers this. Please write to us below.</p> : null}
			<p><a href="#write">Go to the form</a></p>
		</section>
	);
}

function UrgentHelp({ hotline, statusPage }: Pick<ContactHelpProps, "hotline" | "statusPage">) {
	return (
		<div className="notice bad" role="alert">
			<p><strong>This sounds urgent or personal: please talk to a person.</strong></p>
			<p>
				{hotline ? <>Hotline, day and night: <a href={`tel:${hotline.replaceAll(" ", "")}`}>{hotline}</a>. </> : null}
				{statusPage ? <>Known problems: <a href={statusPage}>system status</a>. </> : null}
				Or use the form below.
			</p>
		</div>
	);
}
