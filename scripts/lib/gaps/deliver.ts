import { createHash } from "node:crypto";
import type { SiteData } from "#site/schemas/site.ts";
import { plural } from "#site/lib/plural.ts";
import { commitBranch } from "./commit-branch.ts";
import { openIssue, openRequest, type Result } from "./open/open-change.ts";
import { connect, whereToOpen, type Wishes } from "./open/where.ts";
import type { Plan } from "./planned.ts";
import { writeTogether } from "./write-together.ts";

/** The one place where a change goes. */
export type Destination =
	| { kind: "nowhere" }
	| { kind: "folder" }
	| { kind: "branch"; branch: string }
	| { kind: "pull-request"; branch: string; wishes: Wishes }
	| { kind: "issue"; wishes: Wishes };

/** What is delivered. */
interface Delivery {
	plan: Plan;
	/** Markdown. */
	summary: string;
	/** The content folder. */
	folder: string;
	site: Pick<SiteData, "repository">;
}

const labels = ["search-gaps"];

/**
 * Brings a change where it should go, whole or not at all.
 *
 * @returns what was done, as a sentence; and what was opened, with its address
 */
export async function deliver(to: Destination, { plan, summary, folder, site }: Delivery): Promise<{ said: string; opened: Result | null }> {
	const acted = plan.gaps.filter(({ skipped }) => skipped === null);
	// Of what was changed before, an issue holds what still fails.
	const topics = plan.gaps.filter(({ done, gap }) => !done || gap.state === "failing");
	if (to.kind === "issue" ? topics.length === 0 : plan.files.size === 0) return { said: "There is nothing to change.", opened: null };
	const title = `Answer ${plural(acted.length, "search topic")} that readers do not find`;
	if (to.kind === "nowhere") return { said: "Nothing was written.", opened: null };
	if (to.kind === "folder") {
		writeTogether(folder, plan.files);
		return { said: `${plural(plan.files.size, "file")} written. Review them like any other change, then npm run check.`, opened: null };
	}
	if (to.kind === "branch") {
		commitBranch(folder, to.branch, plan.files, `search: ${title}.\n`);
		return { said: `The branch ${to.branch} holds the change as one commit; your files are as they were. See it with: git switch ${to.branch}`, opened: null };
	}
	const where = whereToOpen(site, to.wishes, process.env);
	const host = connect(where);
	if (to.kind === "issue") {
		const ids = topics.map(({ gap }) => gap.id).sort();
		const mark = `<!-- npm run gaps ${createHash("sha256").update(ids.join()).digest("hex").slice(0, 12)} -->`;
		const opened = await openIssue(host, mark, { title: `${plural(ids.length, "search topic")} that readers do not find`, body: summary, labels });
		return { said: `Issue ${opened.how}: ${opened.url}`, opened };
	}
	const files = new Map([...plan.files].map(([path, written]) => [[where.folder, path].join("/").replace(/^[./]+/, ""), written]));
	const opened = await openRequest(host, { branch: to.branch, base: where.base, files, message: `search: ${title}.`, words: { title, body: summary, labels } });
	return { said: `${host.requestName === "pull request" ? "Pull request" : "Merge request"} ${opened.how}: ${opened.url}`, opened };
}
