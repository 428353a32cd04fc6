import { posix } from "node:path";

/** What is known of a file that an article names. */
export interface Wanted {
	/** Ids that its address or its description holds. */
	ids: string[];
	/** Names it may have. */
	names: string[];
	/** Id of the article, which chooses between files of one name. */
	near: string;
}

/** Finds files of an export, however a script has saved them. */
export interface Files {
	/** Path in the export; undefined where there is none, or where several could be meant. */
	find(wanted: Wanted): string | undefined;
	has(path: string): boolean;
}

/** Files may lie as `attachments/<id>/<name>`, `<id>-<name>`, `<id>.<type>`, `<id>`, or by their name alone. */
export function createFiles(paths: string[]): Files {
	const all = new Set(paths);
	const byId = new Map<string, string[]>();
	const byName = new Map<string, string[]>();
	for (const path of paths) {
		for (const part of path.split("/")) {
			const id = /^([0-9]{3,}|[0-9A-Z]{26}|[0-9a-f]{16,64})(?=$|[-_. ])/.exec(part)?.[1];
			if (id !== undefined) add(byId, id, path);
		}
		add(byName, plain(posix.basename(path)), path);
	}
	return {
		has: (path) => all.has(path),
		find({ ids, names, near }) {
			const wanted = names.map(plain);
			for (const id of ids) {
				const found = byId.get(id) ?? [];
				const named = found.filter((path) => wanted.some((name) => plain(posix.basename(path)).endsWith(name)));
				const one = named[0] ?? (found.length === 1 ? found[0] : undefined);
				if (one !== undefined) return one;
			}
			for (const name of wanted) {
				const found = byName.get(name) ?? [];
				const nearer = found.filter((path) => path.split("/").includes(near));
				const one = nearer[0] ?? (found.length === 1 ? found[0] : undefined);
				if (one !== undefined) return one;
			}
			return undefined;
		},
	};
}

function add(map: Map<string, string[]>, key: string, path: string): void {
	const list = map.get(key);
	if (!list) map.set(key, [path]);
	else if (!list.includes(path)) list.push(path);
}

/** A name as it is compared: systems differ in case, in composed letters, and in what they put for a space. */
function plain(name: string): string {
	return name
		.normalize("NFC")
		.toLowerCase()
		.replace(/(%20|[\s+_])+/g, "_");
}
