import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { limits } from "#contract/limits.ts";
import { forgetSearch, forgetSearches, recentSearches } from "#site/browser/recent-searches.ts";
import { clickResult, type SearchSource } from "#site/browser/settle-search.ts";
import { warmUp } from "./engine.ts";
import { SearchIcon } from "./SearchIcon.tsx";
import { SuggestionPanel, type Topic } from "./SuggestionPanel.tsx";
import { announcement, answerGroups, startGroups, step, suggested, type Option } from "./suggestions.ts";
import { isComposing } from "./typing.ts";
import { useLater } from "./use-later.ts";
import { minimumLength, useSearch } from "./use-search.ts";
import { searchUrl, useWords, WordsProvider, type PageLanguage } from "./words.tsx";

/** What a box is made of, besides its language. */
interface BoxProps {
	id: string;
	/** Smaller, for the header. */
	compact?: boolean;
	/** Default: the message `placeholder`. */
	placeholder?: string;
	source?: SearchSource;
	/** Searches that an empty box offers. */
	popular?: string[];
	/** Where to look when search cannot be loaded. */
	topics?: Topic[];
}

/** What a search box is made of: data that a page can carry. */
export type SearchBoxProps = PageLanguage & BoxProps;

/** The search box of a page, in the page's language. */
export function SearchBox({ locale, format, base, original, ...box }: SearchBoxProps) {
	return (
		<WordsProvider locale={locale} format={format} base={base} original={original}>
			<Box {...box} />
		</WordsProvider>
	);
}

/**
 * The search box with suggestions: an editable combobox with a list (WAI-ARIA). Empty, it offers recent and popular searches. Before
 * its code is there it is a plain form; search itself is fetched when the box gets the focus.
 */
function Box({ id, compact = false, placeholder, source = "box", popular = [], topics = [] }: BoxProps) {
	const { t, say, base } = useWords();
	const input = useRef<HTMLInputElement>(null);
	const [started, setStarted] = useState(false);
	const [query, setQuery] = useState("");
	const [recent, setRecent] = useState<string[]>([]);
	const [open, setOpen] = useState(false);
	const [typed, setTyped] = useState(false);
	const [active, setActive] = useState(-1);
	const { answer, failed, settle, settleWords } = useSearch(query, { source, base, counts: typed, limit: suggested });
	const asking = query.trim().length >= minimumLength;
	const groups = asking && answer ? answerGroups(answer, t) : startGroups(recent, popular, t);
	// A list that nobody sees is not part of each page.
	const shown = !open || (asking && failed) ? [] : groups;
	const options = shown.flatMap((group) => group.options);
	const expanded = open && (options.length > 0 || (asking && failed));
	const status = useLater(expanded ? announcement(shown, { failed: asking && failed, answer: asking ? answer : null }, { t, say }) : "");

	function show() {
		setRecent(recentSearches());
		setOpen(true);
	}

	// Somebody may have typed before this code arrived. Words that stood there from the start are nobody's search.
	useEffect(() => {
		const { value = "", defaultValue = "" } = input.current ?? {};
		setQuery(value);
		setTyped(value !== defaultValue);
		setStarted(true);
		if (document.activeElement !== input.current) return;
		warmUp(base);
		if (value === "" || value !== defaultValue) show();
	}, []);

	useEffect(() => setActive(-1), [query, answer]);

	useEffect(() => {
		if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
	}, [active, id]);

	function setWords(words: string) {
		if (input.current) input.current.value = words;
		setQuery(words);
		setTyped(true);
	}

	function remove(option: Option) {
		if (option.kind === "forget") setRecent(forgetSearches());
		if (option.kind === "words" && option.removable) setRecent(forgetSearch(option.words));
		setActive(-1);
	}

	function choose(option: Option) {
		if (option.kind === "article") {
			clickResult(settle(), option.result.document.id, option.position);
			setOpen(false);
			location.assign(option.result.document.url);
		} else if (option.kind === "words") {
			setWords(option.words);
			settleWords(option.words);
			show();
		} else if (option.kind === "page") {
			input.current?.form?.requestSubmit();
		} else {
			remove(option);
		}
	}

	function onKeyDown(event: KeyboardEvent) {
		if (isComposing(event) || event.ctrlKey || event.metaKey) return;
		const chosen = expanded ? options[active] : undefined;
		switch (event.key) {
			case "ArrowDown":
			case "ArrowUp":
				if (options.length === 0) return;
				event.preventDefault();
				if (event.altKey) {
					setActive(-1);
					if (event.key === "ArrowDown") show();
					else setOpen(false);
					return;
				}
				if (!expanded) show();
				setActive(step(expanded ? active : -1, options.length, event.key === "ArrowDown" ? 1 : -1));
				return;
			case "Home":
			case "End":
			case "ArrowLeft":
			case "ArrowRight":
				setActive(-1);
				return;
			case "Enter":
				if (!chosen) return;
				event.preventDefault();
				choose(chosen);
				return;
			case "Delete":
				if (chosen?.kind !== "words" || !chosen.removable) return;
				event.preventDefault();
				remove(chosen);
				return;
			case "Escape":
				// A search field empties itself at Escape; the first one only closes the list.
				if (!expanded && query === "") return;
				event.preventDefault();
				setActive(-1);
				setOpen(false);
				if (!expanded) setWords("");
				return;
			case "Tab":
				// The list has no stops of its own; the topics that stand in for a failed search have.
				if (!failed) setOpen(false);
		}
	}

	return (
		<form
			className={compact ? "search-box compact" : "search-box"}
			role="search"
			action={searchUrl(base)}
			method="get"
			data-search-form
			onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}
		>
			<label className="visually-hidden" htmlFor={id}>
				{t.label}
			</label>
			<SearchIcon />
			<input
				ref={input}
				id={id}
				name="q"
				type="search"
				placeholder={placeholder ?? t.placeholder}
				maxLength={limits.query}
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				enterKeyHint="search"
				role="combobox"
				aria-expanded={expanded && options.length > 0}
				aria-controls={`${id}-list`}
				aria-autocomplete="list"
				aria-activedescendant={expanded && active >= 0 ? `${id}-${active}` : undefined}
				aria-keyshortcuts={started ? "/ Control+K Meta+K" : undefined}
				onChange={(event) => {
					setQuery(event.target.value);
					setTyped(true);
					show();
				}}
				onFocus={() => {
					warmUp(base);
					if (typed || query === "") show();
				}}
				onClick={() => (typed || query === "") && show()}
				onKeyDown={onKeyDown}
			/>
			{compact ? (
				<kbd className="shortcut" aria-hidden="true">
					/
				</kbd>
			) : null}
			<button className="button" type="submit">
				{t.submit}
			</button>
			<SuggestionPanel id={id} open={expanded} groups={shown} active={active} topics={asking && failed ? topics : null} onChoose={choose} onRemove={remove} />
			<p className="visually-hidden" role="status">
				{status}
			</p>
		</form>
	);
}
