import { useEffect, useRef, useState } from "react";
import type { SearchAnswer, SearchResult } from "#site/search/types.ts";
import { Highlight } from "./Highlight.tsx";
import { NoAnswer } from "./NoAnswer.tsx";
import { kindInWords } from "./page-address.ts";
import { clickResult } from "./settle.ts";

interface ResultListProps {
	answer: SearchAnswer;
	/** Counts the search; returns its id. */
	settle: () => string | null;
	/** Searches for other words. */
	searchFor: (words: string) => void;
	/** Filters are set and leave no good answer: whether there is one without them, and how to remove them. Else null. */
	without: { answered: boolean; remove: () => void } | null;
}

const page = 20;

/** Results with their quick answers; or, honestly, that there is no good answer, and the ways on. */
export function ResultList({ answer, settle, searchFor, without }: ResultListProps) {
	const { results, answered, didYouMean, query } = answer;
	return (
		<>
			{didYouMean ? (
				<p className="did-you-mean">
					{answered ? "Showing results for" : "Did you mean"}{" "}
					<button className="link" type="button" onClick={() => searchFor(didYouMean)}>
						{didYouMean}
					</button>
					{answered ? null : "?"}
				</p>
			) : null}
			{without ? (
				<p className="notice filtered">
					{without.answered ? "There are answers to this outside your filters. " : "Your filters may leave out what is nearest. "}
					<button className="link" type="button" onClick={without.remove}>
						Search without filters
					</button>
				</p>
			) : null}
			{answered ? <Results key={query} results={results} settle={settle} /> : null}
			{!answered && !without?.answered ? <NoAnswer query={query} results={results} settle={settle} /> : null}
		</>
	);
}

function Results({ results, settle }: { results: SearchResult[]; settle: () => string | null }) {
	const [shown, setShown] = useState(page);
	const list = useRef<HTMLOListElement>(null);

	// The pressed button has moved away or is gone: go on with the first of the new results.
	useEffect(() => {
		if (shown > page) list.current?.querySelectorAll<HTMLElement>("h2 a")[shown - page]?.focus();
	}, [shown]);

	return (
		<>
			<ol ref={list} className="results">
				{results.slice(0, shown).map((result, index) => (
					<Result key={result.document.id} result={result} position={index + 1} settle={settle} />
				))}
			</ol>
			{results.length > shown ? (
				<p>
					<button className="button quiet" type="button" onClick={() => setShown(shown + page)}>
						Show more results
					</button>
				</p>
			) : null}
		</>
	);
}

function Result({ result, position, settle }: { result: SearchResult; position: number; settle: () => string | null }) {
	const { document, mark, heading } = result;
	return (
		<li>
			<p className="where">
				{document.categoryTitle} · {kindInWords(document.type)}
				{document.stale ? <span className="stale"> · May be out of date</span> : null}
			</p>
			<h2>
				<a href={document.url} onClick={() => clickResult(settle(), document.id, position)}>
					<Highlight text={document.title} mark={mark} />
				</a>
			</h2>
			<p>
				<Highlight text={document.summary} mark={mark} />
			</p>
			{document.quickAnswer ? (
				<details onToggle={(event) => event.currentTarget.open && clickResult(settle(), document.id, position, "answered")}>
					<summary>Quick answer</summary>
					<p>{document.quickAnswer}</p>
				</details>
			) : null}
			{heading ? (
				<p className="section-link">
					<a href={`${document.url}#${heading.id}`} onClick={() => clickResult(settle(), document.id, position)}>
						<Highlight text={heading.text} mark={mark} />
					</a>
				</p>
			) : null}
		</li>
	);
}
