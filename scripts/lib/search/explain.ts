import { supportFrom } from "#site/search/confidence.ts";
import type { IndexReader } from "#site/search/read-index.ts";
import { information } from "#site/search/relevance.ts";
import { placeOf } from "#site/search/score.ts";
import type { QueryTerm, SearchAnswer, SearchResult } from "#site/search/types.ts";
import { weights } from "#site/search/weights.ts";

const shown = 10;
const kinds = { typed: "", repaired: " (repaired)", completed: " (completed)", joined: " (joined)", synonym: " (synonym)" };

function number(value: number): string {
	return value.toFixed(2);
}

/** How a word was understood: what is looked up for it, how much that tells, in how many articles it stands. */
function describeTerm(term: QueryTerm, index: IndexReader): string {
	const stems = term.stems.map(({ stem, weight, kind }) => {
		const holding = index.find(stem)?.holding ?? 0;
		const told = holding > 0 ? `tells ${number(information(index.size, holding))}, in ${holding} of ${index.size}` : "unknown to the site";
		return `${stem}${kinds[kind]}${weight === 1 ? "" : ` × ${weight}`} [${told}]`;
	});
	return `  ${term.word}${term.functional ? ` (function word × ${weights.functional})` : ""} → ${stems.join(", ")}`;
}

/** What each word of the query brings a result. */
function describeParts({ document }: SearchResult, terms: QueryTerm[], index: IndexReader, place: number): string {
	const parts = terms.flatMap((term) => {
		const values = term.stems.map(({ stem, weight }) => {
			const list = index.find(stem);
			const at = list ? placeOf(place, list) : -1;
			return list && at >= 0
				? { stem, value: weight * information(index.size, list.holding) * (list.impacts[at] ?? 0), inTitle: list.inTitle[at] === 1 }
				: null;
		});
		const best = values.filter((value) => value !== null).sort((a, b) => b.value - a.value)[0];
		return best ? [`${best.stem}${best.inTitle ? " (title)" : ""} ${number(best.value * (term.functional ? weights.functional : 1))}`] : [];
	});
	return `      ${document.id}: ${parts.join(" + ") || "no word of its own"}, and word pairs and title`;
}

/** Explains a ranking in plain text: how the query was understood, whether there is an answer and why, what brought each result there. */
export function explain(answer: SearchAnswer, index: IndexReader, { mode, places }: { mode: "full" | "compact"; places: number[] }): string {
	const { query, terms, results, confidence, answered, didYouMean, total } = answer;
	const enough = index.root.enough[mode];
	const support = supportFrom(confidence, enough);
	const lines = [
		`Query: ${query}`,
		...(didYouMean ? [`Did you mean: ${didYouMean}`] : []),
		"",
		"Understood as:",
		...(terms.length > 0 ? terms.map((term) => describeTerm(term, index)) : ["  nothing: no word in it"]),
		"",
		results[0]?.pinned
			? "Answered: yes, pinned by pinned-results.yml."
			: `Answered: ${answered ? "yes" : "no"}. The best article holds ${number(support * 100)} % of what was asked; from ${number(enough * 100)} % on this site calls it an answer (confidence ${number(confidence)}, from 0.50).`,
		"",
		total === 0 ? "No article shares a word with it." : `${answered ? "Results" : "Nearest topics"} (${total}):`,
	];
	results.slice(0, shown).forEach((result, at) => {
		const { document, score, heading, pinned } = result;
		lines.push(`  ${at + 1}. ${number(score)}  ${document.title}${pinned ? "  [pinned]" : ""}${document.stale ? `  [stale × ${weights.stale}]` : ""}`);
		lines.push(describeParts(result, terms, index, places[at] ?? -1));
		if (heading) lines.push(`      section: ${heading.text}`);
	});
	return lines.join("\n");
}
