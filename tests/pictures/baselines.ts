import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { root, workFolder } from "../../scripts/lib/paths.ts";
import { compare, shrink } from "./picture.ts";

/** The pictures that somebody has looked at. */
export const baselines = fileURLToPath(new URL("baselines", import.meta.url));

/** Where what differs is left, to be looked at. */
const seenFolder = join(workFolder, "pictures");

const acceptCommand = "npm run test:pictures -- --accept";

/** Whether what is seen becomes the baseline. */
export const accepting = process.env["ACCEPT_PICTURES"] === "1";

/** Path of a baseline. @param name Example: `home/390-light` */
export function baselineOf(name: string): string {
	return join(baselines, `${name}.avif`);
}

/**
 * Compares a screenshot with its baseline; while accepting, replaces a baseline that differs.
 *
 * @param name Example: `home/390-light`
 * @returns what is wrong and what to do, or null
 */
export async function compareWithBaseline(name: string, screenshot: Buffer): Promise<string | null> {
	const file = baselineOf(name);
	const actual = await shrink(screenshot);
	const expected = existsSync(file) ? readFileSync(file) : null;
	const difference = expected ? await compare(expected, actual) : { reason: "nobody has looked at it yet", picture: null };
	const folder = join(seenFolder, name);
	rmSync(folder, { recursive: true, force: true });
	if (difference === null) return null;
	if (accepting) {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, actual);
		return null;
	}
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "actual.png"), await sharp(actual).png().toBuffer());
	if (expected) writeFileSync(join(folder, "expected.png"), await sharp(expected).png().toBuffer());
	if (difference.picture) writeFileSync(join(folder, "diff.png"), difference.picture);
	return `${name}: ${difference.reason}. Look into ${folder.slice(root.length)}; if it is meant so, run ${acceptCommand}`;
}
