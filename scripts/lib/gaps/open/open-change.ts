import { createHash } from "node:crypto";
import type { Written } from "../workbench.ts";
import { HostRefusal, type GitHost, type Opened, type Words } from "./git-host.ts";

/** Last line of our commits: by it we know that nobody else has worked on a branch. */
const commitTrailer = "Made-by: npm run gaps";

/** What was done on the host. */
export interface Result extends Opened {
	how: "made" | "updated";
}

interface Change {
	branch: string;
	/** Branch that the change is for. */
	base: string;
	/** By path in the repository. */
	files: ReadonlyMap<string, Written>;
	/** Of the commit, without trailer. */
	message: string;
	words: Words;
}

/**
 * Puts files on a branch of a host and opens a request to merge it. The same branch is used again: its request is then updated. A branch
 * that somebody has worked on is left alone.
 *
 * @throws HostRefusal when the host refuses, or has other files than the content folder
 */
export async function openRequest(host: GitHost, { branch, base, files, message, words }: Change): Promise<Result> {
	const parent = await host.headOf(base);
	if (parent === null)
		throw new HostRefusal(`The host has no branch ${base}.`, "The change is made for it.", "Name the branch that writers change with --base.");
	for (const [path, { before }] of files) await refuseOther(host, path, before, parent, base);
	const head = await host.headOf(branch);
	if (head !== null) await refuseForeign(host, base, branch);
	if (head === null || !(await holdsAll(host, files, head)))
		await host.push({ branch, exists: head !== null, parent, files, message: `${message}\n\n${commitTrailer}\n` });
	return reuse(
		() => host.findRequest(branch, base),
		() => host.makeRequest(branch, base, words),
		(number) => host.updateRequest(number, words),
	);
}

/** Opens an issue, or updates the open one whose text begins with the same mark. */
export async function openIssue(host: GitHost, mark: string, words: Words): Promise<Result> {
	const marked = { ...words, body: `${mark}\n${words.body}` };
	return reuse(
		() => host.findIssue(mark),
		() => host.makeIssue(marked),
		(number) => host.updateIssue(number, marked),
	);
}

/** Finds a thing and updates it, or makes it; one that came to be meanwhile is found the second time. */
async function reuse(find: () => Promise<Opened | null>, make: () => Promise<Opened | null>, update: (number: number) => Promise<void>): Promise<Result> {
	const known = await find();
	const made = known ? null : await make();
	if (made) return { ...made, how: "made" };
	const there = known ?? (await find());
	if (!there)
		throw new HostRefusal("The host says that it is there already, and does not show it.", "It may have been closed.", "Choose another name with --branch.");
	await update(there.number);
	return { ...there, how: "updated" };
}

/** Git's hash of a file's content. */
export function blobOf(text: string): string {
	const bytes = Buffer.from(text);
	return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

async function refuseOther(host: GitHost, path: string, before: string | null, commit: string, base: string): Promise<void> {
	const there = await host.blobAt(path, commit);
	if (there === (before === null ? null : blobOf(before))) return;
	throw new HostRefusal(
		`${path} is another one on the host's branch ${base} than here.`,
		"The change would undo what somebody did there, or take along what is not published.",
		"Pull, commit and push, so that both are the same; then run this again.",
	);
}

async function refuseForeign(host: GitHost, base: string, branch: string): Promise<void> {
	const messages = await host.messagesOf(base, branch);
	if (messages.every((message) => message.trimEnd().endsWith(commitTrailer))) return;
	throw new HostRefusal(
		`Somebody has worked on the branch ${branch}.`,
		"Their commits would be lost.",
		"Merge it first, or choose another name with --branch.",
	);
}

async function holdsAll(host: GitHost, files: ReadonlyMap<string, Written>, head: string): Promise<boolean> {
	for (const [path, { after }] of files) if ((await host.blobAt(path, head)) !== blobOf(after)) return false;
	return true;
}
