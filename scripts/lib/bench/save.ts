import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { root } from "../paths.ts";
import { figuresMarkdown } from "../reporters/figures-markdown.ts";
import { writeSafely } from "../write-safely.ts";
import { withClaims } from "./claims.ts";
import { gather, gatheredFigures, type GatheredFigures, type MeasuredPart } from "./gathered.ts";

/** The figures of the last runs; none where there is no file. @throws ZodError when it is not such a file */
export function readFigures(file: string): GatheredFigures {
	return existsSync(file) ? gatheredFigures.parse(JSON.parse(readFileSync(file, "utf8"))) : { parts: [] };
}

/**
 * Writes measured parts into `docs/figures.json`, `docs/figures.md` and the table of `README.md`, beside what earlier runs left there.
 * @param base the project's folder
 * @param known names of the parts that the suites have now, by suite
 */
export async function saveFigures(base: string, measured: MeasuredPart[], known: Map<string, string[]>): Promise<void> {
	const [data, readme] = [join(base, "docs/figures.json"), join(base, "README.md")];
	const gathered = gather(readFigures(data), measured, known);
	const texts = {
		[data]: JSON.stringify(gathered),
		[join(base, "docs/figures.md")]: figuresMarkdown(gathered),
		[readme]: withClaims(readFileSync(readme, "utf8"), gathered),
	};
	// Paths of another base, such as a test's, have no settings of their own.
	const settings = await resolveConfig(join(root, "README.md"));
	for (const [file, text] of Object.entries(texts)) writeSafely(file, await format(text, { ...settings, filepath: file }));
}
