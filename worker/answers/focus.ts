import type { Block } from "#contract/sections.ts";
import type { Analyse } from "#site/search/analyse.ts";
import { saidBy, type Told } from "./choose-section.ts";
import { information } from "#site/search/relevance.ts";
import { extract, lettersOf, mostLetters } from "./extract.ts";

/** A point that says at least this share of what the best one says stays beside it. */
const nearBest = 0.75;

/**
 * Leaves of a section that is too long for an answer what says most of what was asked. Of points (rows of a table, entries of a list) the
 * best stay, in their order, with what leads up to them; where the best block is still out of reach, the answer begins with it. Steps stay
 * as they are: one without those before it is of no use.
 */
export function focus(blocks: Block[], told: readonly Told[], analyse: Analyse): Block[] {
	if (lettersOf(blocks) <= mostLetters) return blocks;
	const stems = blocks.map(({ text }) => new Set(analyse(text).map(({ stem }) => stem)));
	const words = told.map((word) => ({ word, tells: information(blocks.length, stems.filter((own) => saidBy(own, word) > 0).length) }));
	const share = new Map(
		blocks.map((block, index) => [block, words.reduce((sum, { word, tells }) => sum + tells * saidBy(stems[index] ?? new Set(), word), 0)]),
	);
	const shareOf = (block: Block) => share.get(block) ?? 0;
	const best = Math.max(0, ...blocks.map((block) => (block.as === "point" ? shareOf(block) : 0)));
	const left = best > 0 ? blocks.filter((block) => block.as !== "point" || shareOf(block) >= best * nearBest) : blocks;
	const shares = left.map(shareOf);
	const at = shares.indexOf(Math.max(...shares));
	return at >= extract(left).length && left[at]?.as !== "step" ? left.slice(at) : left;
}
