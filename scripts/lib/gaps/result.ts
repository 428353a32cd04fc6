import type { GapsReport } from "#contract/gaps.ts";
import type { Result } from "./open/open-change.ts";
import type { Plan } from "./planned.ts";

/** What a run did, for programs. */
export interface GapsResult extends Omit<GapsReport, "gaps"> {
	gaps: {
		id: string;
		query: string;
		diagnosis: string;
		/** Phrasings that the change is for. */
		phrasings: string[];
		article: string | null;
		/** Whether the article is made by the change. */
		stub: boolean;
		made: string[];
		todo: string[];
		/** Phrasings that still do not find it. */
		lost: string[];
		skipped: string | null;
	}[];
	/** Paths below the content folder. */
	files: { path: string; new: boolean }[];
	said: string;
	opened: Result | null;
	summary: string;
}

/** The result of a run, as it is printed with `--json`. */
export function resultOf({ from, to, sample }: GapsReport, { gaps, files }: Plan, done: Pick<GapsResult, "said" | "opened" | "summary">): GapsResult {
	return {
		from,
		to,
		sample,
		gaps: gaps.map(({ gap, words, article, stub, made, todo, lost, skipped }) => ({
			id: gap.id,
			query: words[0] ?? "",
			diagnosis: gap.diagnosis,
			phrasings: words,
			article,
			stub,
			made,
			todo,
			lost,
			skipped,
		})),
		files: [...files].map(([path, { before }]) => ({ path, new: before === null })),
		...done,
	};
}
