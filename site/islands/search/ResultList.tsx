import type { SearchAnswer, SearchResult } from "#site/search/types.ts";
import { Highlight } from "./Highlight.tsx";
import { clickResult } from "./settle.ts";

interface ResultListProps {
	answer: SearchAnswer;
	/** Counts the search; returns its id. */
	settle: () => string | null;
	/** Searches for other words. */
	searchFor: (words: string) => void;
}

const shown = 20;
const nearest = 4;

/** Results with their quick answers; or, honestly, that there is no good answer, and the ways on. */
export function ResultList({ answer, settle, searchFor }: ResultListProps) {
	const { results, answered, didYouMean, query } = answer;
	return (
		<>
			{didYouMean ? (
				<p className="did-you-mean">
					{answered ? "Showing results for" : "Did you mean"}{" "}
					<button className="link" type="button" onClick={() => searchFor(didYouMean)}>
						{didYouMean}
					</button>
				</p>
			) : null}
			{answered ? (
				<ol className="results">
					{results.slice(0, shown).map((result, index) => (
						<Result key={result.document.id} result={result} position={index + 1} settle={settle} />
					))}
				</ol>
			) : (
				<NoAnswer query={query} results={results.slice(0, nearest)} settle={settle} />
			)}
		</>
	);
}

function Result({ result, position, settle }: { result: SearchResult; position: number; settle: () => string | null }) {
	const { document, matched, heading } = result;
	return (
		<li>
			<p className="where">{document.categoryTitle}</p>
			<h2>
				<a href={document.url} onClick={() => clickResult(settle(), document.id, position)}>
					<Highlight text={document.title} stems={matched} />
				</a>
			</h2>
			<p>
				<Highlight text={document.summary} stems={matched} />
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
						{heading.text}
					</a>
				</p>
			) : null}
		</li>
	);
}

function NoAnswer({ query, results, settle }: { query: string; results: SearchResult[]; settle: () => string | null }) {
	return (
		<section className="no-answer" data-no-answer>
			<h2>We have no good answer to this yet.</h2>
			<p>Your search is noted, without your name, so that the missing article can be written.</p>
			<p>
				<a className="button" href={`/contact/?q=${encodeURIComponent(query.trim())}`}>
					Ask a person
				</a>
			</p>
			{results.length > 0 ? (
				<>
					<h3>Nearest topics</h3>
					<p className="muted">They share a word with your search but may not answer it.</p>
					<ul className="article-list">
						{results.map(({ document }, index) => (
							<li key={document.id}>
								<a href={document.url} onClick={() => clickResult(settle(), document.id, index + 1)}>
									{document.title}
								</a>
							</li>
						))}
					</ul>
				</>
			) : null}
		</section>
	);
}
