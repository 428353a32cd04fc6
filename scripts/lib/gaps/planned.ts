import type { Gap } from "#contract/gaps.ts";
import type { Phrasings } from "./phrasings.ts";
import type { Written } from "./workbench.ts";

/** What becomes of one gap. */
export interface PlannedGap {
	gap: Gap;
	/** Words of readers that the change is for. */
	words: string[];
	/** Phrasings that are not written down. */
	left: Phrasings["left"];
	/** Id of the article that answers; null where there is none. */
	article: string | null;
	/** Whether that article is made by this change. */
	stub: boolean;
	/** What the change does, each as a sentence. */
	made: string[];
	/** What a person still has to do. */
	todo: string[];
	/** Phrasings that search does not find the article by, even so. */
	lost: string[];
	/** Why nothing is changed for it; null where something is. */
	skipped: string | null;
	/** Whether that is because a change is for it already. */
	done: boolean;
}

/** A change of a content folder. */
export interface Plan {
	gaps: PlannedGap[];
	/** Files to write, by path below the content folder. */
	files: Map<string, Written>;
}

/** Types that a search can ask for. */
export const stubTypes = ["getting-started", "how-to", "troubleshooting", "reference", "faq", "best-practices"] as const;

/** How new articles are made. */
export interface StubChoices {
	/** Folder; undefined: where the nearest articles are. */
	category?: string | undefined;
	/** Undefined: who keeps the nearest article true. */
	owner?: string | undefined;
	/** Type of article. */
	type: (typeof stubTypes)[number];
	/** The template of that type, as `npm run new` has it. */
	template: string;
}
