import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Figure } from "#scripts/lib/figure.ts";
import { workFolder } from "#scripts/lib/paths.ts";
import { makeArticles } from "../lib/make-articles.ts";
import { makeGuides } from "../lib/make-guides.ts";
import { runMeasured, type Measured } from "../lib/run-measured.ts";

/** A tree of Markdown as teams have it: odd names, no front matter, a first heading, HTML, braces and relative links. */
function makeTree(folder: string, count: number): void {
	const articles = makeArticles(count);
	const fileOf = (number: number) => `Part ${number % 40}/Page no. ${number}.md`;
	articles.forEach(({ title, body }, number) => {
		const other = (number + 40) % count;
		const text = `# ${title}\n\n<b>Note</b> for {product} & <your team>: see [the next](../${encodeURI(fileOf(other))}).\n\n${body}\n\n| name | value |\n| --- | --- |\n| a | 1 |\n`;
		const file = join(folder, fileOf(number));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	});
}

function figuresOf(name: string, { seconds, peak }: Measured, of: string): Figure[] {
	return [
		{ name, value: seconds, unit: "s", goal: { op: "<=", value: 300 }, of },
		{ name: `${name}, peak memory`, value: peak, unit: "MB", goal: null, of },
	];
}

/** Time and memory of importing so many Markdown pages, and of importing them again when nothing changed. */
export async function importAtSize(count: number, say: (line: string) => void): Promise<Figure[]> {
	const place = join(workFolder, "bench", `import-${count}`);
	rmSync(place, { recursive: true, force: true });
	try {
		say("making pages");
		makeTree(join(place, "source"), count);
		const args = ["markdown", join(place, "source"), "--out", join(place, "content"), "--json"];
		const measured: Figure[] = [];
		for (const [name, outcome] of [
			["import", "new"],
			["import again", "unchanged"],
		] as const) {
			say(name);
			const run = await runMeasured("import", args);
			const { outcomes, quarantined } = JSON.parse(run.stdout) as { outcomes: Record<string, number>; quarantined: unknown[] };
			if (outcomes[outcome] !== count || quarantined.length > 0) throw new Error(`${name}: ${JSON.stringify(outcomes)}, ${quarantined.length} quarantined`);
			measured.push(...figuresOf(name, run, `npm run import -- markdown, ${count} made pages without front matter`));
		}
		return measured;
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}

/** Time and memory of exporting so many how-to articles in each form. */
export async function exportAtSize(count: number, say: (line: string) => void): Promise<Figure[]> {
	const place = join(workFolder, "bench", `export-${count}`);
	rmSync(place, { recursive: true, force: true });
	try {
		say("making articles");
		makeGuides(join(place, "content"), count);
		const figures: Figure[] = [];
		for (const format of ["markdown", "json", "zendesk"]) {
			say(`exporting as ${format}`);
			const run = await runMeasured("export", [format, "--out", join(place, format), "--json"], { KB_CONTENT: join(place, "content") });
			const { articles } = JSON.parse(run.stdout) as { articles: number };
			if (articles !== count) throw new Error(`${articles} of ${count} articles were exported as ${format}.`);
			figures.push(...figuresOf(`export as ${format}`, run, `npm run export -- ${format}, ${count} made how-to articles`));
		}
		return figures;
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}
