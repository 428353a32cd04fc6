import type { Digest } from "#contract/digest.ts";
import type { LearnedSearchesReport, OverviewReport } from "#contract/reports.ts";
import { buildSite } from "./build-site.ts";
import { fail, misuse } from "./command-line.ts";
import { migrate } from "./local-database.ts";
import { localSettings, runningServer } from "./local-settings.ts";
import { startWorker } from "./local-worker.ts";
import { stateFolder } from "./paths.ts";
import { freePort } from "./ports.ts";
import { isSafeAddress } from "./safe-address.ts";

/** What opens the report: the Worker's own token, and, where Cloudflare Access stands in front, the two halves of a service token. */
function credentials(token: string): Record<string, string> {
	const { CF_ACCESS_CLIENT_ID: id, CF_ACCESS_CLIENT_SECRET: secret } = process.env;
	return {
		...(token && { authorization: `Bearer ${token}` }),
		...(id && secret && { "cf-access-client-id": id, "cf-access-client-secret": secret }),
	};
}

/** Reads a report. @param unfit what a refusal of the question itself (422) means */
async function read<Report>(url: string, token: string, path: string, unfit?: string): Promise<Report> {
	let response: Response;
	try {
		response = await fetch(`${url}/api/reports/${path}`, {
			headers: credentials(token),
			redirect: "manual",
			signal: AbortSignal.timeout(30_000),
		});
	} catch (error) {
		return fail(`The report could not be read from ${url}: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (response.status === 403 || response.status === 302)
		fail(
			`${url} refused (${response.status}).\n  Why: The token is not the one the Worker knows, or Cloudflare Access stands in front.\n  Do:  Set REPORT_TOKEN to the Worker's secret of that name, and behind Access CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET of a service token.`,
		);
	if (response.status === 422 && unfit !== undefined) misuse(unfit);
	if (!response.ok) fail(`${url} answered ${response.status} instead of a report.`);
	return (await response.json()) as Report;
}

/** A report of a deployed centre (`KB_URL`), of the running local server, or of one started for the moment. */
async function fetchReport<Report>(path: string, stop?: AbortSignal, unfit?: string): Promise<Report> {
	const deployed = process.env["KB_URL"]?.replace(/\/$/, "");
	if (deployed && !isSafeAddress(deployed))
		misuse(`KB_URL is "${deployed}"; it must begin with https://, so that nobody reads the report or what opens it on the way.`);
	if (deployed) return read(deployed, process.env["REPORT_TOKEN"] ?? "", path, unfit);
	const { reportToken } = localSettings();
	const running = await runningServer();
	if (running) return read(running.url, reportToken, path, unfit);
	await buildSite({ stop });
	await migrate(stateFolder, stop);
	const worker = await startWorker({ port: await freePort(), vars: { REPORT_TOKEN: reportToken }, stop });
	try {
		return await read(worker.url, reportToken, path, unfit);
	} finally {
		await worker.stop();
	}
}

/** The manager's overview. */
export function fetchOverview(days: number, stop?: AbortSignal): Promise<OverviewReport> {
	return fetchReport(`overview?days=${days}`, stop);
}

/** The digest of an ISO week. Default: the last full one at the desk */
export function fetchDigest(week: string | undefined, stop?: AbortSignal): Promise<Digest> {
	if (week === undefined) return fetchReport("digest", stop);
	return fetchReport(`digest?week=${week}`, stop, `The week ${week} lies in the future: it has not begun at the desk. Name an earlier one, like 2026-W47.`);
}

/** Searches that ended in a helpful article, for at least `minimum` visitors of one day. */
export function fetchLearnedSearches(days: number, minimum: number, stop?: AbortSignal): Promise<LearnedSearchesReport> {
	return fetchReport(`learned-searches?days=${days}&minimum=${minimum}`, stop);
}

/** Searches that did not end well, as the Worker says it: what it is has still to be looked at. */
export function fetchGaps(days: number, stop?: AbortSignal): Promise<unknown> {
	return fetchReport<unknown>(`gaps?days=${days}`, stop);
}
