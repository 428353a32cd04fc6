import { isArticlePath } from "../../article-path.ts";
import { gitIn, parseRaw, readBlobs, type FileChange, type Git } from "./git.ts";

/** An article's file as it was. */
export interface PastFile {
	/** Path below the content folder. */
	path: string;
	/** Every text it had, the newest first. */
	versions: string[];
	/** Its text where the change began; undefined when it was gone by then. */
	base: string | undefined;
	/** Where it was renamed to, perhaps by several steps. */
	renamedTo: string | undefined;
}

/** What git knows of a content folder. */
export interface History {
	/** Paths below the content folder that differ from where the change began: changed, new, deleted. */
	changed: Set<string>;
	/** Articles that are gone, and those whose text differs from where the change began. */
	past: PastFile[];
}

interface Options {
	/** The commit, branch or tag the change began at. Default: the default branch on the server, else HEAD. */
	base?: string | undefined;
	/** A commit whose addresses are known already: what came before it does not matter. */
	since?: string | undefined;
	/** Whether a path is in the folder now. */
	exists(path: string): boolean;
}

const raw = ["--raw", "-z", "--no-abbrev", "-M", "--relative", "--no-ext-diff", "--ignore-submodules"];

/** Reads what happened to a content folder, by a handful of git processes. Undefined without git, without commits, or when `base` is unknown. */
export async function readHistory(folder: string, { base: wanted, since, exists }: Options): Promise<History | undefined> {
	const git = gitIn(folder);
	const base = await findBase(git, wanted);
	if (base === undefined) return undefined;
	const [committed, open, added] = await Promise.all([
		commits(git, base, since),
		git(["diff", ...raw, base, "--", "."]),
		git(["ls-files", "-oz", "--exclude-standard", "--", "."]),
	]);
	const changes = parseRaw(open?.toString() ?? "");
	const changed = new Set([
		...changes.flatMap(({ path, to }) => (to === undefined ? [path] : [path, to])),
		...(added?.toString().split("\0").filter(Boolean) ?? []),
	]);
	return { changed, past: await pastFiles(git, changes, committed, exists) };
}

async function findBase(git: Git, wanted: string | undefined): Promise<string | undefined> {
	if (wanted?.startsWith("-")) return undefined;
	const [head, remote] = await Promise.all([
		commitOf(git, "HEAD"),
		wanted === undefined
			? git(["for-each-ref", "--format=%(refname)", "refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"])
			: undefined,
	]);
	const other = wanted ?? remote?.toString().split("\n").find(Boolean);
	if (head === undefined || other === undefined) return head;
	const shared = (await git(["merge-base", "HEAD", other]))?.toString().trim();
	if (shared) return shared;
	// In a shallow clone the commit that both share may be missing.
	return wanted === undefined ? head : commitOf(git, wanted);
}

async function commitOf(git: Git, name: string): Promise<string | undefined> {
	return (await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]))?.toString().trim();
}

/** What the commits up to the base did, the newest first. Commits after it were never on the branch that is deployed; only what they change counts. */
async function commits(git: Git, base: string, since: string | undefined): Promise<FileChange[]> {
	const log = (range: string) => git(["log", "--format=", ...raw, range, "--", "."]);
	const known = since !== undefined && /^[0-9a-f]{7,64}$/.test(since) ? await log(`${since}..${base}`) : undefined;
	return parseRaw((known ?? (await log(base)))?.toString() ?? "");
}

async function pastFiles(git: Git, open: FileChange[], committed: FileChange[], exists: Options["exists"]): Promise<PastFile[]> {
	const renames = new Map<string, string>();
	const blobs = new Map<string, string[]>();
	const bases = new Map<string, string>();
	for (const { status, path, to, oldBlob, newBlob } of [...open, ...committed]) {
		if (status === "R" && to !== undefined && !renames.has(path)) renames.set(path, to);
		if (to !== undefined) note(blobs, to, newBlob);
		else note(blobs, path, newBlob);
		if (status !== "C") note(blobs, path, oldBlob);
	}
	for (const { status, path, oldBlob } of open) if (status !== "A" && status !== "C") bases.set(path, oldBlob);
	const wanted = [...blobs].filter(([path]) => isArticlePath(path) && (bases.has(path) || !exists(path)));
	const texts = await readBlobs(
		git,
		wanted.flatMap(([, hashes]) => hashes),
	);
	return wanted.map(([path, hashes]) => ({
		path,
		versions: hashes.flatMap((hash) => texts.get(hash) ?? []),
		base: texts.get(bases.get(path) ?? ""),
		renamedTo: followRenames(path, renames, exists),
	}));
}

function note(blobs: Map<string, string[]>, path: string, hash: string): void {
	const list = blobs.get(path) ?? [];
	if (!/^0+$/.test(hash) && !list.includes(hash)) list.push(hash);
	blobs.set(path, list);
}

function followRenames(path: string, renames: ReadonlyMap<string, string>, exists: Options["exists"]): string | undefined {
	const seen = new Set([path]);
	for (let next = renames.get(path); next !== undefined && !seen.has(next); next = renames.get(next)) {
		if (exists(next)) return next;
		seen.add(next);
	}
	return undefined;
}
