import type { Digest } from "#contract/digest.ts";
import type { News } from "../../handoff/destination.ts";
import type { StorySection } from "../../handoff/ticket-story.ts";
import { partsOf, type Part } from "./parts.ts";

/** What a digest is called wherever it stands. */
export function digestTitle({ centre, week, from, to }: Digest): string {
	return `${centre}: week ${Number(week.slice(-2))} (${from} to ${to})`;
}

/** A digest as chats and mailboxes get it. */
export function digestNews(digest: Digest): News {
	const report = `${digest.url}/manage?from=${digest.from}&to=${digest.to}`;
	return {
		key: `digest_${digest.week}`,
		kind: "digest",
		title: digestTitle(digest),
		sections: [...partsOf(digest).map(sectionOf), { heading: "More", links: [{ label: "The whole report of this week", url: report }] }],
		data: digest,
	};
}

function sectionOf({ heading, items = [], table, empty }: Part): StorySection {
	const lines = [...items.map(({ text, more }) => [text, ...more].join(" — ")), ...(table?.rows.map(({ line }) => line) ?? [])];
	return { heading, lines: lines.length > 0 ? lines : [empty] };
}
