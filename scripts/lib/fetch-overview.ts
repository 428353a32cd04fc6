import type { OverviewReport } from "#contract/reports.ts";
import { buildSite } from "./build-site.ts";
import { fail } from "./command-line.ts";
import { migrate } from "./local-database.ts";
import { localSettings, runningServer } from "./local-settings.ts";
import { startWorker } from "./local-worker.ts";
import { stateFolder } from "./paths.ts";
import { freePort } from "./ports.ts";

async function read(url: string, token: string, days: number): Promise<OverviewReport> {
	let response: Response;
	try {
		response = await fetch(`${url}/api/reports/overview?days=${days}`, {
			headers: { authorization: `Bearer ${token}` },
			redirect: "manual",
			signal: AbortSignal.timeout(30_000),
		});
	} catch (error) {
		return fail(`The report could not be read from ${url}: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (response.status === 403 || response.status === 302)
		fail(
			`${url} refused (${response.status}).\n  Why: The token is not the one the Worker knows, or Cloudflare Access stands in front.\n  Do:  Set REPORT_TOKEN to the Worker's secret of that name.`,
		);
	if (!response.ok) fail(`${url} answered ${response.status} instead of a report.`);
	return (await response.json()) as OverviewReport;
}

/** The overview of a deployed centre (`KB_URL`), of the running local server, or of one started for the moment. */
export async function fetchOverview(days: number, stop?: AbortSignal): Promise<OverviewReport> {
	const deployed = process.env["KB_URL"]?.replace(/\/$/, "");
	if (deployed) return read(deployed, process.env["REPORT_TOKEN"] ?? "", days);
	const { reportToken } = localSettings();
	const running = await runningServer();
	if (running) return read(running.url, reportToken, days);
	await buildSite({ stop });
	await migrate(stateFolder, stop);
	const worker = await startWorker({ port: await freePort(), vars: { REPORT_TOKEN: reportToken }, stop });
	try {
		return await read(worker.url, reportToken, days);
	} finally {
		await worker.stop();
	}
}
