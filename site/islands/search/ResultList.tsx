import { useEffect, useRef, useState } from "react";
import { clickResult } from "#site/browser/settle-search.ts";
import type { SearchAnswer, SearchResult } from "#site/search/types.ts";
import { fill } from "./fill.tsx";
import { Highlight } from "./Highlight.tsx";
import { NoAnswer } from "./NoAnswer.tsx";
import { kindInWords } from "./page-address.ts";
import { useWords } from "./words.tsx";

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
	const { t } = useWords();
	const { results, answered, didYouMean, query } = answer;
	const meant = didYouMean ? (
		<button className="link" type="button" onClick={() => searchFor(didYouMean)}>
			{didYouMean}
		</button>
	) : null;
	return (
		<>
			{meant ? (
				<p className="did-you-mean">
					{answered ? (
						<>
							{t.showing} {meant}
						</>
					) : (
						fill(t.didYouMeanWords, { words: meant })
					)}
				</p>
			) : null}
			{without ? (
				<p className="notice filtered">
					{without.answered ? t.answersOutside : t.nearestOutside}{" "}
					<button className="link" type="button" onClick={without.remove}>
						{t.withoutFilters}
					</button>
				</p>
			) : null}
			{answered ? <Results key={query} results={results} settle={settle} /> : null}
			{!answered && !without?.answered ? <NoAnswer query={query} results={results} settle={settle} /> : null}
		</>
	);
}

function Results({ results, settle }: { results: SearchResult[]; settle: () => string | null }) {
	const { t } = useWords();
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
						{t.showMore}
					</button>
				</p>
			) : null}
		</>
	);
}

function Result({ result, position, settle }: { result: SearchResult; position: number; settle: () => string | null }) {
	const { t } = useWords();
	const { document, mark, heading } = result;
	return (
		<li>
			<p className="where">
				{document.categoryTitle} · {kindInWords(document.type, t.kinds)}
				{document.stale ? <span className="stale"> · {t.mayBeStale}</span> : null}
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
					<summary>{t.quickAnswer}</summary>
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
