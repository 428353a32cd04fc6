import { useEffect, useRef, useState } from "react";
import { limits } from "#contract/limits.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import { ResultList } from "./ResultList.tsx";
import { useSearch } from "./use-search.ts";

interface SearchPageProps {
	categories: { id: string; title: string }[];
	types: readonly string[];
	/** Where to write when search itself fails. */
	email: string;
}

const wait = 120;

/** What the address says: words and filters. */
function fromAddress() {
	const parameters = new URLSearchParams(location.search);
	return { query: parameters.get("q") ?? "", category: parameters.get("category") ?? "", type: parameters.get("type") ?? "" };
}

function toAddress(state: { query: string; category: string; type: string }): string {
	const parameters = new URLSearchParams(Object.entries({ q: state.query, category: state.category, type: state.type }).filter(([, value]) => value !== ""));
	return `${location.pathname}${parameters.size > 0 ? `?${parameters}` : ""}`;
}

/** The search page: words, filters and results, all in the address so that it can be shared. */
export function SearchPage({ categories, types, email }: SearchPageProps) {
	const input = useRef<HTMLInputElement>(null);
	const [state, setState] = useState({ query: "", category: "", type: "" });
	const [started, setStarted] = useState(false);
	const [typed, setTyped] = useState("");
	const { answer, failed, settle, settleWords } = useSearch(state.query, { source: "page", filters: { category: state.category, type: state.type } });

	useEffect(() => {
		const address = fromAddress();
		const query = input.current?.value || address.query;
		if (input.current) input.current.value = query;
		// Who comes with words has sent them: by Enter in another box, or by a link.
		if (query === address.query) settleWords(query);
		setState({ ...address, query });
		setTyped(query);
		setStarted(true);
	}, []);

	useEffect(() => {
		if (!started) return;
		const timer = setTimeout(() => setState((before) => ({ ...before, query: typed })), wait);
		return () => clearTimeout(timer);
	}, [typed, started]);

	useEffect(() => {
		if (started) history.replaceState(null, "", toAddress(state));
	}, [state, started]);

	function searchFor(words: string) {
		setTyped(words);
		setState((before) => ({ ...before, query: words }));
		settleWords(words);
	}

	return (
		<>
			<form
				className="search-box"
				role="search"
				action="/search/"
				method="get"
				data-search-form
				onSubmit={(event) => {
					event.preventDefault();
					searchFor(typed);
				}}
			>
				<label className="visually-hidden" htmlFor="search-query">
					Search the help centre
				</label>
				<svg className="search-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
					<circle cx="11" cy="11" r="6.500" />
					<path d="M16 16l4.500 4.500" />
				</svg>
				<input
					ref={input}
					id="search-query"
					name="q"
					type="search"
					maxLength={limits.query}
					autoComplete="off"
					enterKeyHint="search"
					placeholder="Describe your problem in your own words"
					onChange={(event) => setTyped(event.target.value)}
				/>
				<button className="button" type="submit">
					Search
				</button>
			</form>
			<div className="filters" hidden={!started}>
				<label>
					Topic{" "}
					<select value={state.category} onChange={(event) => setState({ ...state, category: event.target.value })}>
						<option value="">All topics</option>
						{categories.map(({ id, title }) => (
							<option key={id} value={id}>
								{title}
							</option>
						))}
					</select>
				</label>
				<label>
					Kind{" "}
					<select value={state.type} onChange={(event) => setState({ ...state, type: event.target.value })}>
						<option value="">All kinds</option>
						{types.map((type) => (
							<option key={type} value={type}>
								{type.replaceAll("-", " ")}
							</option>
						))}
					</select>
				</label>
			</div>
			<p className="result-count" role="status">
				{started && answer ? summary(answer) : ""}
			</p>
			{failed ? (
				<p className="notice bad">
					Search could not be loaded. Please browse the topics below, or write to <a href={`mailto:${email}`}>{email}</a>.
				</p>
			) : null}
			{answer ? (
				<ResultList
					answer={answer}
					settle={settle}
					searchFor={(words) => {
						searchFor(words);
						if (input.current) input.current.value = words;
					}}
				/>
			) : null}
		</>
	);
}

function summary(answer: SearchAnswer): string {
	if (!answer.answered) return `No good answer for “${answer.query.trim()}”`;
	const count = answer.results.length;
	return `${count} ${count === 1 ? "result" : "results"} for “${answer.query.trim()}”`;
}
