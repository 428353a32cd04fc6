import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, workFolder } from "./paths.ts";
import { writeSafely } from "./write-safely.ts";

/** Hash over files (paths relative to the root, or folders) and other texts. */
export function fingerprint(paths: string[], texts: string[] = []): string {
	const hash = createHash("sha256");
	for (const text of texts) hash.update(`${text}\n`);
	for (const path of paths.flatMap(filesOf).sort()) hash.update(`${path}\n`).update(readFileSync(path));
	return hash.digest("hex");
}

function filesOf(path: string): string[] {
	const full = join(root, path).startsWith(root) && !path.startsWith("/") ? join(root, path) : path;
	if (!existsSync(full)) return [];
	return statSync(full).isDirectory()
		? globSync("**/*", { cwd: full })
				.map((file) => join(full, file))
				.filter((file) => statSync(file).isFile())
		: [full];
}

const file = () => join(workFolder, "fingerprints.json");

function remembered(): Record<string, string> {
	return existsSync(file()) ? (JSON.parse(readFileSync(file(), "utf8")) as Record<string, string>) : {};
}

/** Whether a step was last done for exactly these inputs. */
export function isUpToDate(step: string, print: string): boolean {
	return remembered()[step] === print;
}

/** Notes that a step was done for these inputs. */
export function remember(step: string, print: string): void {
	write({ ...remembered(), [step]: print });
}

/** Notes that a step has to be done again, whatever its inputs. */
export function forget(step: string): void {
	const { [step]: _, ...others } = remembered();
	write(others);
}

function write(prints: Record<string, string>): void {
	// Another command may read it at this moment.
	writeSafely(file(), JSON.stringify(prints, null, "\t"));
}
