import type { Written } from "../workbench.ts";

/** A pull request, merge request or issue. */
export interface Opened {
	number: number;
	/** Address in a browser. */
	url: string;
}

/** A title and a Markdown text with labels. */
export interface Words {
	title: string;
	body: string;
	labels: readonly string[];
}

/** Files to put on a branch. */
export interface Push {
	branch: string;
	/** Whether the branch is there; it is then replaced. */
	exists: boolean;
	/** Commit that the new one follows. */
	parent: string;
	/** By path in the repository. */
	files: ReadonlyMap<string, Written>;
	message: string;
}

/** What is needed of a git host, in its own API. Everything throws HostRefusal where the host does not do it. */
export interface GitHost {
	/** What the host calls a request to merge. Example: `pull request` */
	requestName: string;
	/** The last commit of a branch; null where there is none. */
	headOf(branch: string): Promise<string | null>;
	/** Git's hash of a file's content in a commit; null where there is no such file. */
	blobAt(path: string, commit: string): Promise<string | null>;
	/** Messages of the commits that a branch has and its base has not. */
	messagesOf(base: string, branch: string): Promise<string[]>;
	push(change: Push): Promise<void>;
	findRequest(branch: string, base: string): Promise<Opened | null>;
	/** Null where there is one for the branch already. */
	makeRequest(branch: string, base: string, words: Words): Promise<Opened | null>;
	updateRequest(number: number, words: Words): Promise<void>;
	/** An open issue whose text begins so. */
	findIssue(beginning: string): Promise<Opened | null>;
	makeIssue(words: Words): Promise<Opened>;
	updateIssue(number: number, words: Words): Promise<void>;
}

/** The host did not do what was asked: what, why, and what to do. Never holds the token. */
export class HostRefusal extends Error {
	override name = "HostRefusal";
	/** HTTP status; null where there was no answer. */
	status: number | null;

	constructor(what: string, why: string, remedy: string, status: number | null = null) {
		super(`${what}\n  Why: ${why}\n  Do:  ${remedy}`);
		this.status = status;
	}
}
