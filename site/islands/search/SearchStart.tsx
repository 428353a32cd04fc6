import { useEffect, useRef, useState } from "react";
import { forgetSearch, forgetSearches, recentSearches } from "#site/browser/recent-searches.ts";
import { othersOf } from "./suggestions.ts";
import { searchUrl, useWords } from "./words.tsx";

interface SearchStartProps {
	popular: readonly string[];
	/** Where the focus goes when the last recent search is removed. */
	onEmptied: () => void;
	searchFor: (words: string) => void;
}

/** What the search page offers before anything is asked: recent searches, each removable, and popular ones, which need no script. */
export function SearchStart({ popular, onEmptied, searchFor }: SearchStartProps) {
	const { t, say, base } = useWords();
	const [recent, setRecent] = useState<string[]>([]);
	const list = useRef<HTMLUListElement>(null);
	const others = othersOf(popular, recent);
	const removed = useRef<number | null>(null);

	// The page was built without knowing them.
	useEffect(() => setRecent(recentSearches()), []);

	// The pressed button is gone with its search: go on with the next one.
	useEffect(() => {
		if (removed.current === null) return;
		const left = list.current?.querySelectorAll<HTMLElement>(".remove") ?? [];
		const next = left[Math.min(removed.current, left.length - 1)];
		removed.current = null;
		if (next) next.focus();
		else onEmptied();
	}, [recent, onEmptied]);

	return (
		<div className="search-start">
			{recent.length > 0 ? (
				<section aria-labelledby="recent-searches">
					<div className="head">
						<h2 id="recent-searches">{t.recent}</h2>
						<button
							className="link"
							type="button"
							aria-label={t.clearRecent}
							onClick={() => {
								removed.current = 0;
								setRecent(forgetSearches());
							}}
						>
							{t.clear}
						</button>
					</div>
					<ul ref={list} className="words">
						{recent.map((words, index) => (
							<li key={words}>
								<button type="button" onClick={() => searchFor(words)}>
									{words}
								</button>
								<button
									className="remove"
									type="button"
									aria-label={say(t.removeWords, { words })}
									onClick={() => {
										removed.current = index;
										setRecent(forgetSearch(words));
									}}
								>
									×
								</button>
							</li>
						))}
					</ul>
					<p className="muted">{t.keptHere}</p>
				</section>
			) : null}
			{others.length > 0 ? (
				<section aria-labelledby="popular-searches">
					<div className="head">
						<h2 id="popular-searches">{t.popular}</h2>
					</div>
					<ul className="words">
						{others.map((words) => (
							<li key={words}>
								<a
									href={searchUrl(base, words)}
									onClick={(event) => {
										if (event.ctrlKey || event.metaKey || event.shiftKey) return;
										event.preventDefault();
										searchFor(words);
									}}
								>
									{words}
								</a>
							</li>
						))}
					</ul>
				</section>
			) : null}
		</div>
	);
}
