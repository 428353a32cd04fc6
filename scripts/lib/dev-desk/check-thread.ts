import { resolve } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Finding } from "#site/lib/finding.ts";
import type { Desk } from "#site/lib/writer-desk.ts";
import { buildContent } from "../checks/build-content.ts";
import { checkFolder } from "../checks/check-folder.ts";
import { hideSecrets } from "../checks/hide-secrets.ts";
import type { Content } from "../checks/model.ts";
import { readContent } from "../checks/read-content.ts";
import { inOrder, runChecks } from "../checks/run-checks.ts";
import { today } from "../checks/today.ts";
import { makeDesk } from "./make-desk.ts";

/** What a check found, or why it could not be done. */
export type Checked = { desk: Desk; findings: Finding[]; articles: number; ms: number } | { problem: string };

/** What the thread is asked for: everything that `npm run check` looks at, or only what is quickly done. */
export interface CheckRequest {
	everything: boolean;
}

const { folder } = workerData as { folder: string };
let content: Content | undefined;
/** What only the slow checks find: searches, addresses that git knows, secrets. Between two of them it still stands. */
let slow: Finding[] = [];
/** Found by the last slow check too. */
let secrets: readonly string[] = [];

/** Reads and checks the whole folder; articles that did not change are not parsed again. */
async function check({ everything }: CheckRequest): Promise<Checked> {
	const start = performance.now();
	try {
		const all = everything ? await checkFolder(folder, { earlier: content }) : undefined;
		content = all?.content ?? buildContent(readContent(folder), today(), content);
		secrets = all?.secrets ?? secrets;
		const quick = hideSecrets(runChecks(content), secrets);
		if (all) slow = beyond(all.findings, quick);
		const findings = inOrder([...quick, ...slow]);
		return {
			desk: makeDesk(content, findings, (file) => resolve(file)),
			findings,
			articles: content.articles.length,
			ms: Math.round(performance.now() - start),
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

/** The findings of a list that another does not have. */
function beyond(findings: Finding[], others: Finding[]): Finding[] {
	const known = new Set(others.map((finding) => JSON.stringify(finding)));
	return findings.filter((finding) => !known.has(JSON.stringify(finding)));
}

parentPort?.on("message", async (request: CheckRequest) => parentPort?.postMessage(await check(request)));
