import { spawn } from "node:child_process";

/** Asks git about a folder. Undefined when git is not there, the folder is in no repository, or git cannot answer. */
export type Git = (args: readonly string[], input?: string) => Promise<Buffer | undefined>;

/** Git in a folder; it never asks the person at the keyboard, and never writes. */
export function gitIn(folder: string): Git {
	return (args, input = "") =>
		new Promise((done) => {
			const env = { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GIT_LITERAL_PATHSPECS: "1" };
			const child = spawn("git", ["-C", folder, ...args], { env, stdio: ["pipe", "pipe", "ignore"] });
			const chunks: Buffer[] = [];
			child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
			child.on("error", () => done(undefined));
			child.on("close", (code) => done(code === 0 ? Buffer.concat(chunks) : undefined));
			// Git may end before it has read everything.
			child.stdin.on("error", () => undefined);
			child.stdin.end(input);
		});
}

/** What happened to a file, as `--raw -z` tells it. Hashes of what git has not stored are zeros. */
export interface FileChange {
	/** First letter of git's status: A, D, M, R, T … */
	status: string;
	/** Paths below the folder that git was asked about. */
	path: string;
	/** Where a renamed file is now. */
	to?: string;
	oldBlob: string;
	newBlob: string;
}

/** Reads the output of `git log` or `git diff` with `--raw -z --no-abbrev`. */
export function parseRaw(output: string): FileChange[] {
	const parts = output.split("\0");
	const changes: FileChange[] = [];
	for (let at = 0; at < parts.length; at++) {
		const [, oldBlob = "", newBlob = "", status = ""] = /^\s*:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(parts[at] ?? "") ?? [];
		if (status === "") continue;
		const path = parts[++at] ?? "";
		// Only renames and copies name two paths.
		const to = status === "R" || status === "C" ? parts[++at] : undefined;
		changes.push({ status, path, oldBlob, newBlob, ...(to !== undefined && { to }) });
	}
	return changes;
}

/** Texts of stored blobs, by hash, all by one process. */
export async function readBlobs(git: Git, hashes: Iterable<string>): Promise<Map<string, string>> {
	const wanted = [...new Set(hashes)].filter((hash) => !/^0+$/.test(hash));
	const texts = new Map<string, string>();
	const output = wanted.length > 0 ? await git(["cat-file", "--batch"], `${wanted.join("\n")}\n`) : undefined;
	for (let at = 0; output && at < output.length;) {
		const newline = output.indexOf("\n", at);
		if (newline === -1) break;
		const [, hash, type, size] = /^(\S+) (\S+)(?: (\d+))?$/.exec(output.toString("latin1", at, newline)) ?? [];
		at = newline + 1;
		if (size === undefined) continue;
		if (type === "blob" && hash !== undefined) texts.set(hash, output.toString("utf8", at, at + Number(size)));
		at += Number(size) + 1;
	}
	return texts;
}
