import type { Finding } from "#site/lib/finding.ts";

/** Other findings may cut a secret: from so many signs on it is worth hiding. Shorter secrets are hidden where they stand as a word. */
const enough = 8;
/** What a secret is looked up by; none is shorter. */
const keyLength = 4;

/** What may be shown of a secret, so that the writer finds it again. Example: `ghp_…` */
export function beginningOf(secret: string): string {
	return `${secret.slice(0, Math.min(4, Math.floor(secret.length / 3)))}…`;
}

/**
 * Takes secrets out of findings that quote what is written: a broken link, a wrong value, a title. A fix that would write one once more
 * is left out.
 */
export function hideSecrets(findings: Finding[], secrets: readonly string[]): Finding[] {
	if (secrets.length === 0) return findings;
	const known = Map.groupBy(new Set(secrets.flatMap(partsOf)), (part) => keyAt(part, 0));
	const hide = (text: string) => hideIn(text, known);
	return findings.map(({ fix, ...finding }) => ({
		...finding,
		what: hide(finding.what),
		why: hide(finding.why),
		remedy: hide(finding.remedy),
		...(finding.field !== undefined && { field: hide(finding.field) }),
		...(finding.found !== undefined && { found: hide(finding.found) }),
		...(fix && hide(fix.text) === fix.text && { fix }),
	}));
}

/** A private key has lines, and each of them can be quoted. */
function partsOf(secret: string): string[] {
	const parts = secret.split(/\s+/);
	return parts.length === 1 ? parts : parts.filter((part) => part.length >= 2 * enough);
}

function keyAt(text: string, index: number): string {
	return text.slice(index, index + keyLength).toLowerCase();
}

function hideIn(text: string, known: ReadonlyMap<string, readonly string[]>): string {
	let shown = "";
	let from = 0;
	for (let index = 0; index < text.length; index++) {
		const part = known.get(keyAt(text, index))?.find((each) => isAt(text, index, each));
		if (part === undefined) continue;
		shown += text.slice(from, index) + beginningOf(part);
		from = index + sharedLength(text, index, part);
		index = from - 1;
	}
	return shown + text.slice(from);
}

function isAt(text: string, index: number, part: string): boolean {
	if (part.length >= enough) return sharedLength(text, index, part) >= enough;
	const around = (text[index - 1] ?? "") + (text[index + part.length] ?? "");
	return sharedLength(text, index, part) === part.length && !/[\p{L}\p{N}]/u.test(around);
}

/** Anchors are written in small letters, so capitals make no difference. */
function sharedLength(text: string, index: number, part: string): number {
	let length = 0;
	while (length < part.length && text[index + length]?.toLowerCase() === part[length]?.toLowerCase()) length++;
	return length;
}
