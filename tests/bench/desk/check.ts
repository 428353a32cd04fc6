import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "#scripts/lib/figure.ts";
import { root } from "#scripts/lib/paths.ts";
import { makeGuides } from "../lib/make-guides.ts";
import { runMeasured } from "../lib/run-measured.ts";

/** Time and memory of `npm run check` on so many how-to articles with pictures, relations, redirects and search tests. */
export async function checkAtSize(count: number, say: (line: string) => void): Promise<Figure[]> {
	const place = join(root, ".tier-zero/bench", `check-${count}`);
	const content = join(place, "content");
	rmSync(place, { recursive: true, force: true });
	mkdirSync(place, { recursive: true });
	try {
		say("making articles");
		makeGuides(content, count);
		say("checking");
		const { seconds, peak, stdout } = await runMeasured("check", ["--json"], { KB_CONTENT: content });
		const { articles } = JSON.parse(stdout) as { articles: number };
		if (articles !== count) throw new Error(`${articles} of ${count} articles were checked.`);
		const of = `npm run check, ${count} made how-to articles, ${count / 25} search tests`;
		return [
			{ name: "check", value: seconds, unit: "s", goal: { op: "<=", value: 20 }, of },
			{ name: "peak memory", value: peak, unit: "MB", goal: null, of },
		];
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}
