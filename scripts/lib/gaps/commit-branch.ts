import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shorten } from "../shorten.ts";
import type { Written } from "./workbench.ts";

/** Why a branch was not made, and what to do. */
export class BranchRefusal extends Error {
	override name = "BranchRefusal";

	constructor(what: string, why: string, remedy: string) {
		super(`${what}\n  Why: ${why}\n  Do:  ${remedy}`);
	}
}

/** What git did. */
interface Told {
	code: number | null;
	out: string;
	error: string;
}

type Git = (args: readonly string[], options?: { input?: string; env?: Record<string, string> }) => Told;

/** Whether a name can be a branch, by git's own rules; made into no option by a dash. */
export function isBranchName(name: string): boolean {
	return name !== "" && !name.startsWith("-") && spawnSync("git", ["check-ref-format", "--branch", name], { stdio: "ignore" }).status === 0;
}

/**
 * Makes a branch with one commit that holds the files, from the last commit of the repository around the folder. The files and the
 * index that a person works with stay as they are.
 *
 * @returns the commit
 * @throws BranchRefusal when there is no repository, the branch exists, or one of the files has changes that are not committed
 */
export function commitBranch(folder: string, branch: string, files: ReadonlyMap<string, Written>, message: string): string {
	const git = gitIn(folder);
	const top = git(["rev-parse", "--show-toplevel"]);
	if (top.code !== 0)
		throw new BranchRefusal(
			"The content folder is in no git repository.",
			"A branch needs one.",
			"Leave --branch out; the files are then written into the folder.",
		);
	const head = git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
	if (head.code !== 0) throw new BranchRefusal("The repository has no commit yet.", "A branch begins at one.", "Commit the content first.");
	if (git(["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`]).code === 0)
		throw new BranchRefusal(
			`There is a branch ${branch} already.`,
			"Somebody may be working on it.",
			"Choose another name, or delete that branch if it is done with.",
		);
	refuseDirty(git, [...files.keys()]);
	const commit = store(git, head.out, files, message);
	const made = git(["update-ref", `refs/heads/${branch}`, commit, ""]);
	if (made.code !== 0) throw refusal("make the branch", made);
	return commit;
}

function gitIn(folder: string): Git {
	return (args, { input = "", env = {} } = {}) => {
		const { status, stdout, stderr } = spawnSync("git", ["-C", folder, ...args], {
			input,
			encoding: "utf8",
			env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_LITERAL_PATHSPECS: "1", ...env },
			maxBuffer: 64 * 1024 * 1024,
		});
		return { code: status, out: stdout.trim(), error: stderr.trim() };
	};
}

function refuseDirty(git: Git, paths: string[]): void {
	const { code, out, error } = git(["status", "--porcelain", "--untracked-files=all", "--", ...paths]);
	if (code !== 0) throw refusal("look for changes", { code, out, error });
	if (out === "") return;
	throw new BranchRefusal(
		`Files of this change have changes that are not committed:\n${shorten(out, 1000)}`,
		"The branch would take them along, or lose them.",
		"Commit or stash them, then run this again.",
	);
}

/** Stores the files as a commit, by an index of its own. */
function store(git: Git, parent: string, files: ReadonlyMap<string, Written>, message: string): string {
	const folder = mkdtempSync(join(tmpdir(), "gaps-index-"));
	const env = { GIT_INDEX_FILE: join(folder, "index") };
	const must = (what: string, args: readonly string[], input?: string) => {
		const told = git(args, { env, ...(input !== undefined && { input }) });
		if (told.code !== 0) throw refusal(what, told);
		return told.out;
	};
	try {
		const prefix = must("find the folder", ["rev-parse", "--show-prefix"]);
		must("read the last commit", ["read-tree", parent]);
		for (const [path, { after }] of files) {
			const blob = must("store a file", ["hash-object", "-w", "--stdin", "--path", path], after);
			must("store a file", ["update-index", "--add", "--cacheinfo", `100644,${blob},${prefix}${path}`]);
		}
		return must("commit", ["commit-tree", must("store the files", ["write-tree"]), "-p", parent], message);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function refusal(what: string, { out, error }: Told): BranchRefusal {
	return new BranchRefusal(
		`Git could not ${what}.`,
		shorten(error || out || "It does not say why.", 500),
		"Mend that, then run this again; nothing was changed.",
	);
}
