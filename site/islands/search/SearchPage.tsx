import { useEffect, useRef } from "react";
import { limits } from "#contract/limits.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import type { Say } from "#site/strings/message.ts";
import type { SearchStrings } from "#site/strings/search.ts";
import { AnswerThis } from "./AnswerThis.tsx";
import { AskInstead } from "./AskInstead.tsx";
import { warmUp } from "./engine.ts";
import { fill } from "./fill.tsx";
import { Filters } from "./Filters.tsx";
import type { Asked } from "./page-address.ts";
import { ResultList } from "./ResultList.tsx";
import { SearchIcon } from "./SearchIcon.tsx";
import { SearchStart } from "./SearchStart.tsx";
import { useAsked } from "./use-asked.ts";
import { useLater } from "./use-later.ts";
import { minimumLength, useSearch } from "./use-search.ts";
import { contactUrl, searchUrl, useWords, WordsProvider, type PageLanguage } from "./words.tsx";

/** Results at most: who has not found it among these needs other words. */
const most = 50;

interface QueryProps {
	categories: { id: string; title: string }[];
	types: string[];
	/** Searches offered before anything is asked. */
	popular: string[];
	/** Questions are answered, too. */
	answers: boolean;
}

/** The search page, in its language. */
export function SearchPage({ locale, format, base, original, ...page }: PageLanguage & QueryProps) {
	return (
		<WordsProvider locale={locale} format={format} base={base} original={original}>
			<Query {...page} />
		</WordsProvider>
	);
}

/** The search page: words, filters and results, all in the address so that it can be shared. */
function Query({ categories, types, popular, answers }: QueryProps) {
	const { t, say, base } = useWords();
	const input = useRef<HTMLInputElement>(null);
	const { asked, started, type, commit } = useAsked({ categories, types }, arrive);
	const { query, ...filters } = asked;
	const filtered = filters.category !== "" || filters.type !== "";
	const { answer, failed, settle, settleWords } = useSearch(query, { source: "page", base, filters, limit: most });
	// Where the filters leave nothing good, it is worth saying whether there is something without them.
	const lacking = filtered && answer !== null && !answer.answered;
	const unfiltered = useSearch(lacking ? query : "", { source: "page", base, counts: false }).answer;
	const asking = query.trim().length >= minimumLength;
	const count = started && asking ? (answer ? say(...summary(answer, unfiltered, t)) : failed ? "" : t.searching) : "";
	const status = useLater(failed ? t.notLoaded : count);

	useEffect(() => warmUp(base), [base]);

	// The Worker marks a page that was opened with words; what their answer would push away waits for it.
	useEffect(() => {
		if (started && (!asking || answer || failed)) document.querySelector("[data-asked]")?.removeAttribute("data-asked");
	}, [started, asking, answer, failed]);

	function arrive(given: Asked, first: boolean): string {
		const words = (first && input.current?.value) || given.query;
		if (input.current) input.current.value = words;
		// Who comes with words has sent them: by Enter in another box, or by a link.
		if (words === given.query) settleWords(words);
		return words;
	}

	function searchFor(words: string) {
		if (input.current) input.current.value = words;
		settleWords(words);
		commit({ ...asked, query: words });
	}

	function filter(next: Pick<Asked, "category" | "type">) {
		commit({ ...next, query: input.current?.value ?? query });
	}

	return (
		<>
			<form
				className="search-box"
				role="search"
				action={searchUrl(base)}
				method="get"
				data-search-form
				onSubmit={(event) => {
					event.preventDefault();
					searchFor(input.current?.value ?? "");
					// On a phone the keyboard would cover what was found.
					if (matchMedia("(pointer: coarse)").matches) input.current?.blur();
				}}
			>
				<label className="visually-hidden" htmlFor="search-query">
					{t.label}
				</label>
				<SearchIcon />
				<input
					ref={input}
					id="search-query"
					name="q"
					type="search"
					maxLength={limits.query}
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					enterKeyHint="search"
					aria-keyshortcuts={started ? "/ Control+K Meta+K" : undefined}
					placeholder={t.inOwnWords}
					onChange={(event) => type(event.target.value)}
				/>
				<button className="button" type="submit">
					{t.submit}
				</button>
			</form>
			<Filters asked={asked} categories={categories} types={types} waiting={!started} onChange={filter} />
			<p className="visually-hidden" role="status">
				{status}
			</p>
			{failed && asking ? (
				<p className="notice bad">
					<strong>{t.notLoaded}</strong>{" "}
					{fill(t.notLoadedPage, { topics: <a href="#all-topics">{t.browseBelow}</a>, contact: <a href={contactUrl(base, query)}>{t.contactSupport}</a> })}
				</p>
			) : null}
			{asking ? <AnswerThis query={query} count={count} offered={answers && answer !== null} /> : null}
			{answer && !(lacking && !unfiltered) ? (
				<ResultList
					answer={answer}
					settle={settle}
					searchFor={searchFor}
					without={lacking ? { answered: unfiltered?.answered === true, remove: () => filter({ category: "", type: "" }) } : null}
				/>
			) : null}
			{asking ? null : <SearchStart popular={popular} searchFor={searchFor} onEmptied={() => input.current?.focus()} />}
			{answers ? <AskInstead query={query} waiting={!started} /> : null}
		</>
	);
}

/** What a search has found, as a message and its values. */
function summary({ answered, query, results }: SearchAnswer, unfiltered: SearchAnswer | null, t: SearchStrings): Parameters<Say> {
	const words = query.trim();
	if (answered) return [t.results, { count: results.length, words }];
	return [unfiltered?.answered ? t.noGoodFiltered : t.noGood, { words }];
}
