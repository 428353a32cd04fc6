import { asksSomething, supportFrom } from "#site/search/confidence.ts";
import type { IndexReader } from "#site/search/read-index.ts";
import { information } from "#site/search/relevance.ts";
import { scoreQuery } from "#site/search/score.ts";
import type { QueryTerm, SearchAnswer } from "#site/search/types.ts";
import { weights } from "#site/search/weights.ts";

const shown = 10;
const kinds = { typed: "", repaired: " (repaired)", completed: " (completed)", joined: " (joined)", split: " (split)", synonym: " (synonym)" };

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

/** What brought each document its score, the most first; parts too small to see are left out. */
function partsOf(terms: QueryTerm[], index: IndexReader): Map<number, string> {
	const parts = new Map<number, { part: string; value: number }[]>();
	scoreQuery(terms, index, undefined, (document, part, value) => parts.set(document, [...(parts.get(document) ?? []), { part, value }]));
	const described = (all: { part: string; value: number }[]) =>
		all
			.sort((a, b) => b.value - a.value)
			.filter(({ value }) => value >= 0.005)
			.map(({ part, value }) => `${part} ${number(value)}`)
			.join(" + ");
	return new Map([...parts].map(([document, all]) => [document, described(all)]));
}

/** Whether there is an answer, and why. */
function verdict({ terms, results, confidence, answered }: SearchAnswer, index: IndexReader, enough: number): string {
	if (results[0]?.pinned) return "Answered: yes, pinned by pinned-results.yml.";
	if (results.length === 0) return "Answered: no. No article shares a word with it.";
	if (!asksSomething(terms, index)) return "Answered: no. Function words alone ask for nothing.";
	const held = number(supportFrom(confidence, enough) * 100);
	return `Answered: ${answered ? "yes" : "no"}. The best article holds ${held} % of what was asked; from ${number(enough * 100)} % on this site calls it an answer (confidence ${number(confidence)}, from 0.50).`;
}

/** Explains a ranking in plain text: how the query was understood, whether there is an answer and why, what brought each result there. */
export function explain(answer: SearchAnswer, index: IndexReader, { mode, places }: { mode: "full" | "compact"; places: number[] }): string {
	const { query, terms, results, answered, didYouMean, total } = answer;
	const parts = partsOf(terms, index);
	const lines = [
		`Query: ${query}`,
		...(didYouMean ? [`Did you mean: ${didYouMean}`] : []),
		"",
		"Understood as:",
		...(terms.length > 0 ? terms.map((term) => describeTerm(term, index)) : ["  nothing: no word in it"]),
		"",
		verdict(answer, index, index.root.enough[mode]),
		...(total > 0 ? ["", `${answered ? "Results" : "Nearest topics"} (${total}):`] : []),
	];
	results.slice(0, shown).forEach(({ document, score, heading, pinned }, at) => {
		const place = places[at] ?? -1;
		const prior = (index.root.prior[place] ?? 100) / 100;
		lines.push(`  ${at + 1}. ${number(score)}  ${document.title}${pinned ? "  [pinned]" : ""}${document.stale ? "  [stale]" : ""}`);
		lines.push(`      ${document.id}: ${parts.get(place) ?? "found by the full text"}${prior === 1 ? "" : `, all × ${prior} (freshness, helpfulness)`}`);
		if (heading) lines.push(`      section: ${heading.text}`);
	});
	return lines.join("\n");
}
