import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { limits } from "#contract/limits.ts";
import type { SearchResult } from "#site/search/types.ts";
import { Highlight } from "./Highlight.tsx";
import { clickResult, type SearchSource } from "./settle.ts";
import { useSearch } from "./use-search.ts";

interface SearchBoxProps {
	id: string;
	/** Smaller, for the header. */
	compact?: boolean;
	placeholder?: string;
	source?: SearchSource;
}

const shown = 6;

/** The search box with suggestions (WAI-ARIA combobox with a list). Before its code is there it is a plain form. */
export function SearchBox({ id, compact = false, placeholder = "Search", source = "box" }: SearchBoxProps) {
	const input = useRef<HTMLInputElement>(null);
	const [query, setQuery] = useState("");
	const [open, setOpen] = useState(false);
	const [typed, setTyped] = useState(false);
	const [active, setActive] = useState(-1);
	const { answer, failed, settle } = useSearch(query, { source, counts: typed });
	const results = answer?.answered ? answer.results.slice(0, shown) : [];
	const expanded = open && query.trim().length > 1 && (answer !== null || failed);

	// Somebody may have typed before this code arrived. Words that stood there from the start are nobody's search.
	useEffect(() => {
		const { value = "", defaultValue = "" } = input.current ?? {};
		setQuery(value);
		setTyped(value !== defaultValue);
		setOpen(value !== defaultValue && document.activeElement === input.current);
	}, []);

	useEffect(() => setActive(-1), [query, answer]);

	function visit(result: SearchResult, position: number) {
		clickResult(settle(), result.document.id, position);
		location.assign(result.document.url);
	}

	function onKeyDown(event: KeyboardEvent) {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "Escape") {
			// A search field empties itself at Escape; the first one only closes the list.
			if (expanded) event.preventDefault();
			setOpen(false);
			setActive(-1);
		} else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && results.length > 0) {
			event.preventDefault();
			setOpen(true);
			// Past either end the focus is back in the box, as -1.
			const places = results.length + 1;
			const next = (active + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places;
			setActive(next - 1);
		} else if (event.key === "Enter") {
			const chosen = results[active];
			if (chosen) {
				event.preventDefault();
				visit(chosen, active + 1);
			}
		}
	}

	const listId = `${id}-list`;
	return (
		<form
			className={compact ? "search-box compact" : "search-box"}
			role="search"
			action="/search/"
			method="get"
			data-search-form
			onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}
		>
			<label className="visually-hidden" htmlFor={id}>
				Search the help centre
			</label>
			<svg className="search-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
				<circle cx="11" cy="11" r="6.500" />
				<path d="M16 16l4.500 4.500" />
			</svg>
			<input
				ref={input}
				id={id}
				name="q"
				type="search"
				placeholder={placeholder}
				maxLength={limits.query}
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				enterKeyHint="search"
				role="combobox"
				aria-expanded={expanded && results.length > 0}
				aria-controls={listId}
				aria-autocomplete="list"
				aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
				onChange={(event) => {
					setQuery(event.target.value);
					setTyped(true);
					setOpen(true);
				}}
				onFocus={() => setOpen(typed)}
				onClick={() => setOpen(true)}
				onKeyDown={onKeyDown}
			/>
			<button className="button" type="submit">
				Search
			</button>
			<div className="suggestions" hidden={!expanded}>
				<ul role="listbox" id={listId} aria-label="Suggestions">
					{results.map((result, index) => (
						<li
							key={result.document.id}
							id={`${id}-${index}`}
							role="option"
							aria-selected={index === active}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => visit(result, index + 1)}
						>
							<strong>
								<Highlight text={result.document.title} stems={result.matched} />
							</strong>
							<span>{result.document.quickAnswer || result.document.summary}</span>
						</li>
					))}
				</ul>
				{failed ? (
					<p className="hint">
						Search could not be loaded. Please browse the topics, or <a href="/contact/">contact support</a>.
					</p>
				) : null}
				{answer && !answer.answered ? <p className="hint">No good answer yet. Press Enter for the nearest topics and other ways on.</p> : null}
				{results.length > 0 ? (
					<p className="hint">
						<kbd>Enter</kbd> shows all results
					</p>
				) : null}
			</div>
			<p className="visually-hidden" role="status">
				{expanded && answer ? (answer.answered ? `${results.length} suggestions` : "No good answer found") : ""}
			</p>
		</form>
	);
}
