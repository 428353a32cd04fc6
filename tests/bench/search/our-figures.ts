import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#scripts/lib/paths.ts";
import { outcomesOf, type QueryResult } from "#scripts/lib/search/run-queries.ts";
import type { Outcome } from "#scripts/lib/search/metrics.ts";
import { makeContent, plainText } from "../lib/make-content.ts";
import { runScript } from "../lib/run-script.ts";
import type { DevData, DevQuery } from "./dev-data.ts";

export type Mode = "browser" | "worker";

/** A centre made of the development data, built by the project's own commands. */
export interface DevCentre {
	/** Asks questions as `npm run search -- --queries` does. */
	ask(queries: DevQuery[], mode: Mode): Promise<Outcome[]>;
	remove(): void;
}

const work = join(root, ".tier-zero/bench");

/** Writes the development data as a content folder, learns from its log when asked to (`npm run learn`), and builds it. */
export async function makeDevCentre({ articles, folder }: DevData, { learned }: { learned: boolean }): Promise<DevCentre> {
	const place = join(work, learned ? "dev-learned" : "dev");
	const environment = { KB_CONTENT: join(place, "content"), KB_OUT: join(place, "site") };
	rmSync(place, { recursive: true, force: true });
	mkdirSync(place, { recursive: true });
	makeContent(
		environment.KB_CONTENT,
		articles.map(({ id, title, body }) => ({ id: `topics/${id}`, title, summary: `Questions and answers: ${title}.`, body: body.map(plainText).join("\n\n") })),
	);
	if (learned) {
		const log = readFileSync(join(folder, "clicks.jsonl"), "utf8").replaceAll('"article":"', '"article":"topics/');
		writeFileSync(join(place, "clicks.jsonl"), log);
		await runScript(["learn", "--file", join(place, "clicks.jsonl")], environment);
	}
	await runScript(["build"], environment);
	return {
		async ask(queries, mode) {
			const lines = queries.map(({ query, expected }) => ({ query, expected: expected?.map((id) => `topics/${id}`) ?? null }));
			const [asked, answers] = [join(place, "queries.jsonl"), join(place, "answers.jsonl")];
			writeFileSync(asked, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
			await runScript(["search", "--queries", asked, "--json", answers, "--mode", mode], environment);
			const results = readFileSync(answers, "utf8")
				.trimEnd()
				.split("\n")
				.map((line) => JSON.parse(line) as QueryResult);
			return outcomesOf(lines, results);
		},
		remove: () => rmSync(place, { recursive: true, force: true }),
	};
}
