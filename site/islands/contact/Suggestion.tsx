import type { SearchDocument } from "#site/search/types.ts";
import { useWords } from "./words.ts";

interface SuggestionProps {
	document: SearchDocument;
	/** The quick answer is shown from the start. */
	open: boolean;
	/** The quick answer was opened. */
	onOpen: () => void;
	/** The whole article was asked for. */
	onRead: () => void;
	onSolved: () => void;
	onRejected: () => void;
}

/** One suggested article: its quick answer in place, and two clear choices. */
export function Suggestion({ document, open, onOpen, onRead, onSolved, onRejected }: SuggestionProps) {
	const { t, say } = useWords();
	const { id, title, url, quickAnswer, summary } = document;
	const name = `suggestion-${id.replaceAll("/", "-")}`;
	return (
		<li>
			<details open={open} onToggle={(event) => !open && event.currentTarget.open && onOpen()}>
				<summary id={name}>{title}</summary>
				<p>{quickAnswer || summary}</p>
				<p>
					<a href={url} target="_blank" rel="noopener" onClick={onRead}>
						{t.readAll}
						<span className="visually-hidden"> {say(t.newTab, { title })}</span>
					</a>
				</p>
				<div className="choices">
					<button className="button" type="button" aria-describedby={name} onClick={onSolved}>
						{t.solved}
					</button>
					<button className="button quiet" type="button" aria-describedby={name} onClick={onRejected}>
						{t.notQuite}
					</button>
				</div>
			</details>
		</li>
	);
}
