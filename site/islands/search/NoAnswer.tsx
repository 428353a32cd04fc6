import type { SearchResult } from "#site/search/types.ts";
import { clickResult } from "./settle.ts";
import { TellUs } from "./TellUs.tsx";

interface NoAnswerProps {
	query: string;
	/** What comes nearest; no answers. */
	results: SearchResult[];
	settle: () => string | null;
}

const nearest = 4;

/** Says that there is no good answer, and shows the ways on: nearest topics, a person, and a word to those who write. */
export function NoAnswer({ query, results, settle }: NoAnswerProps) {
	return (
		<section className="no-answer" data-no-answer aria-labelledby="no-answer">
			<h2 id="no-answer">We have no good answer to this yet.</h2>
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
						{results.slice(0, nearest).map(({ document }, index) => (
							<li key={document.id}>
								<a href={document.url} onClick={() => clickResult(settle(), document.id, index + 1)}>
									{document.title}
								</a>
							</li>
						))}
					</ul>
				</>
			) : null}
			<TellUs query={query} settle={settle} />
		</section>
	);
}
