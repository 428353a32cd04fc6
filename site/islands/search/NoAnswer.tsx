import { clickResult } from "#site/browser/settle-search.ts";
import type { SearchResult } from "#site/search/types.ts";
import { TellUs } from "./TellUs.tsx";
import { contactUrl, searchUrl, useWords } from "./words.tsx";

interface NoAnswerProps {
	query: string;
	/** What comes nearest; no answers. */
	results: SearchResult[];
	settle: () => string | null;
}

const nearest = 4;

/** Says that there is no good answer, and shows the ways on: a person, the articles in the centre's first language, nearest topics, and a word to those who write. */
export function NoAnswer({ query, results, settle }: NoAnswerProps) {
	const { t, say, base, original } = useWords();
	return (
		<section className="no-answer" data-no-answer aria-labelledby="no-answer">
			<h2 id="no-answer">{t.noAnswer}</h2>
			<p>{t.noAnswerText}</p>
			<p className="choices">
				<a className="button" href={contactUrl(base, query)}>
					{t.askPerson}
				</a>
				{original ? (
					<a className="button quiet" href={searchUrl("", query)}>
						{say(t.inOriginal, { language: original })}
					</a>
				) : null}
			</p>
			{results.length > 0 ? (
				<>
					<h3>{t.nearest}</h3>
					<p className="muted">{t.nearestText}</p>
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
