import type { Finding, Fix } from "#site/lib/finding.ts";

/** A file after its fixes. */
export interface FixedFile {
	text: string;
	/** How many findings were mended. */
	count: number;
}

/**
 * Applies the fixes of findings, all that do not touch each other; the rest can follow when the files were checked again.
 * Several may add at one place, in the order of the findings; the same one is made once.
 *
 * @param texts of the files, by path below the content folder; a missing one is empty
 * @returns the changed files, by path
 */
export function applyFixes(texts: ReadonlyMap<string, string>, findings: readonly Finding[]): Map<string, FixedFile> {
	const fixes = findings.flatMap(({ fix }) => (fix && isSafePath(fix.path) ? [fix] : []));
	return new Map(
		[...Map.groupBy(fixes, ({ path }) => path)].flatMap(([path, own]): [string, FixedFile][] => {
			const before = texts.get(path) ?? "";
			const chosen = withoutOverlaps(own, before.length);
			const text = [...chosen].reverse().reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), before);
			return text === before ? [] : [[path, { text, count: chosen.length }]];
		}),
	);
}

/** A path that stays below the folder it is joined to. */
export function isSafePath(path: string): boolean {
	return path !== "" && !path.includes("\\") && !/^(?:\/|[a-z]:)/i.test(path) && !path.split("/").some((part) => part === ".." || part === "." || part === "");
}

function withoutOverlaps(fixes: readonly Fix[], length: number): Fix[] {
	const chosen: Fix[] = [];
	const known = new Set<string>();
	for (const fix of fixes.map((own, order) => ({ ...own, order })).sort((one, other) => one.start - other.start || one.order - other.order)) {
		const { start, end, text } = fix;
		const last = chosen.at(-1);
		// Several may add at one place; a change that begins where something is added has to wait.
		const free = !last || start > last.end || (start === last.end && (start === end || last.start < start));
		const key = JSON.stringify([start, end, text]);
		if (!free || known.has(key) || start < 0 || end < start || end > length) continue;
		known.add(key);
		chosen.push(fix);
	}
	return chosen;
}
