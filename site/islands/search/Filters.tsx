import { useRef } from "react";
import { kindInWords, type Asked } from "./page-address.ts";
import { useWords } from "./words.tsx";

interface FiltersProps {
	asked: Asked;
	categories: readonly { id: string; title: string }[];
	types: readonly string[];
	/** Nothing is searched yet: their place is kept, so that nothing moves when they appear. */
	waiting: boolean;
	onChange: (filters: Pick<Asked, "category" | "type">) => void;
}

/** Narrows a search to a topic and a kind of article. */
export function Filters({ asked: { category, type }, categories, types, waiting, onChange }: FiltersProps) {
	const { t } = useWords();
	const first = useRef<HTMLSelectElement>(null);
	return (
		<div className="filters" role="group" aria-label={t.filters} inert={waiting}>
			<label>
				{t.topic}{" "}
				<select ref={first} value={category} onChange={(event) => onChange({ category: event.target.value, type })}>
					<option value="">{t.allTopics}</option>
					{categories.map(({ id, title }) => (
						<option key={id} value={id}>
							{title}
						</option>
					))}
				</select>
			</label>
			<label>
				{t.kind}{" "}
				<select value={type} onChange={(event) => onChange({ category, type: event.target.value })}>
					<option value="">{t.allKinds}</option>
					{types.map((each) => (
						<option key={each} value={each}>
							{kindInWords(each, t.kinds)}
						</option>
					))}
				</select>
			</label>
			{category || type ? (
				<button
					className="link"
					type="button"
					onClick={() => {
						onChange({ category: "", type: "" });
						// The button goes; the focus stays with the filters.
						first.current?.focus();
					}}
				>
					{t.resetFilters}
				</button>
			) : null}
		</div>
	);
}
