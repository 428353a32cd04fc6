import { resolve } from "node:path";
import { describeFinding } from "#site/lib/finding.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";

const sound = readContent(resolve(import.meta.dirname, "../fixtures/content-sound"));

/** Findings on the sound centre after changing some files: a new text, a change of the text, or null to delete the file. */
export function findingsWith(changes: Record<string, string | ((text: string) => string) | null>): string[] {
	const texts = new Map(sound.texts);
	const files = new Set(sound.files);
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
	const content = buildContent({ files: [...files].sort(), texts, display: (path) => path }, "2026-11-21");
	return runChecks(content).map(describeFinding);
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
