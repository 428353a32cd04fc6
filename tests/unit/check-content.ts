import { resolve } from "node:path";
import { describeFinding } from "#site/lib/finding.ts";
import type { ImageFile } from "#scripts/lib/checks/image-file.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import type { Content } from "#scripts/lib/checks/model.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";

const sound = readContent(resolve(import.meta.dirname, "../fixtures/content-sound"));

type Changes = Record<string, string | ((text: string) => string) | null>;

/**
 * Findings on the sound centre after changing some files: a new text, a change of the text, or null to delete the file.
 * That an article made for a test stands alone is left out.
 */
export function findingsWith(changes: Changes, pictures: Record<string, ImageFile> = {}): string[] {
	return allFindingsWith(changes, pictures).filter((finding) => !/ {2}related\/(orphan|none) {2}/.test(finding));
}

/** The same with everything that is found. `pictures` stand in for files on the disk, by path. */
export function allFindingsWith(changes: Changes, pictures: Record<string, ImageFile> = {}): string[] {
	return runChecks(contentWith(changes, pictures)).map(describeFinding);
}

/** The sound centre after changing some files. */
export function contentWith(changes: Changes, pictures: Record<string, ImageFile> = {}): Content {
	const texts = new Map(sound.texts);
	const files = new Set([...sound.files, ...Object.keys(pictures)]);
	for (const [path, change] of Object.entries(changes)) {
		if (change === null) {
			texts.delete(path);
			files.delete(path);
			continue;
		}
		const before = texts.get(path) ?? "";
		const after = typeof change === "string" ? change : change(before);
		if (after === before) throw new Error(`The change does nothing to ${path}`);
		texts.set(path, after);
		files.add(path);
	}
	return buildContent({ files: [...files].sort(), texts, image: (path) => pictures[path] ?? sound.image(path), display: (path) => path }, "2026-11-21");
}

/** A sound article of the type `reference` with other text or front matter. */
export function reference(body: string, fields = ""): string {
	return `---
title: A table of units
summary: All units that the product knows, in one table.
type: reference
owner: data-team
lastReviewed: 2026-09-14
${fields === "" ? "" : `${fields}\n`}---

<QuickAnswer>

Write kWh.

</QuickAnswer>

${body}

## Other units

All others.

## Questions

None.
`;
}
