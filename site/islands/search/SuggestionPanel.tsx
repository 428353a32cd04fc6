import { useEffect, useRef } from "react";
import { Highlight } from "./Highlight.tsx";
import type { Option, OptionGroup } from "./suggestions.ts";
import { contactUrl, useWords } from "./words.tsx";

/** A topic of the centre and its address. */
export interface Topic {
	title: string;
	url: string;
}

interface SuggestionPanelProps {
	/** Id of the box; those of list and options begin with it. */
	id: string;
	open: boolean;
	groups: OptionGroup[];
	/** The option with the (virtual) focus, counted through all groups; -1 is none. */
	active: number;
	/** Search could not be loaded: topics to browse instead; else null. */
	topics: Topic[] | null;
	onChoose: (option: Option) => void;
	onRemove: (option: Option) => void;
}

/** The list below a search box. The focus stays in the box, which says by `aria-activedescendant` where the reader is. */
export function SuggestionPanel({ id, open, groups, active, topics, onChoose, onRemove }: SuggestionPanelProps) {
	const { t, base } = useWords();
	const panel = useRef<HTMLDivElement>(null);
	useRoom(panel, open);
	let index = -1;
	return (
		// A press on the list must not take the focus from the box.
		<div ref={panel} className="suggestions" hidden={!open} onMouseDown={(event) => event.preventDefault()}>
			<div role="listbox" id={`${id}-list`} aria-label={t.suggestions} hidden={groups.length === 0}>
				{groups.map((group) => (
					<ul key={group.id} role="group" aria-labelledby={`${id}-${group.id}`} className={group.id}>
						<li role="none" id={`${id}-${group.id}`} className={group.quiet ? "visually-hidden" : "group-label"}>
							{group.label}
						</li>
						{group.options.map((option) => {
							index += 1;
							return (
								<li
									key={keyOf(option)}
									id={`${id}-${index}`}
									role="option"
									aria-selected={index === active}
									className={option.kind}
									onClick={() => onChoose(option)}
								>
									<OptionContent option={option} onRemove={() => onRemove(option)} />
								</li>
							);
						})}
					</ul>
				))}
			</div>
			{topics ? (
				<div className="failed">
					<p>
						<strong>{t.notLoaded}</strong> {t.notLoadedBox}
					</p>
					<ul>
						{topics.map(({ title, url }) => (
							<li key={url}>
								<a href={url}>{title}</a>
							</li>
						))}
						<li>
							<a href={contactUrl(base)}>{t.contactSupportLink}</a>
						</li>
					</ul>
				</div>
			) : null}
		</div>
	);
}

function keyOf(option: Option): string {
	if (option.kind === "article") return option.result.document.id;
	return option.kind === "words" ? `words ${option.words}` : option.kind;
}

function OptionContent({ option, onRemove }: { option: Option; onRemove: () => void }) {
	const { t } = useWords();
	switch (option.kind) {
		case "article": {
			const { document, mark } = option.result;
			return (
				<>
					<strong>
						<Highlight text={document.title} mark={mark} />
					</strong>
					<small>{document.categoryTitle}</small>
					<span>
						<Highlight text={document.quickAnswer || document.summary} mark={mark} />
					</span>
				</>
			);
		}
		case "words":
			return (
				<>
					<span>{option.words}</span>
					{option.removable ? (
						// For a pointer. The keyboard has Delete, and everybody "Clear recent searches": an option can hold no button.
						<span
							className="remove"
							aria-hidden="true"
							title={t.remove}
							onClick={(event) => {
								event.stopPropagation();
								onRemove();
							}}
						>
							×
						</span>
					) : null}
				</>
			);
		case "forget":
			return <span>{t.clearRecent}</span>;
		case "page":
			return (
				<>
					<span>{option.label}</span>
					<kbd aria-hidden="true">Enter</kbd>
				</>
			);
	}
}

/** Tells the stylesheet how much of the window is left below the panel's top edge, above a phone's keyboard. */
function useRoom(panel: { current: HTMLDivElement | null }, open: boolean): void {
	useEffect(() => {
		const view = window.visualViewport;
		if (!open || !view) return;
		function measure() {
			const top = panel.current?.getBoundingClientRect().top ?? 0;
			if (view) panel.current?.style.setProperty("--room", `${Math.round(view.height + view.offsetTop - top - 8)}px`);
		}
		measure();
		view.addEventListener("resize", measure);
		return () => view.removeEventListener("resize", measure);
	}, [open, panel]);
}
