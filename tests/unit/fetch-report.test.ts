import { createServer, type IncomingHttpHeaders } from "node:http";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { fetchOverview } from "#scripts/lib/fetch-report.ts";

const seen: IncomingHttpHeaders[] = [];

/** A deployed centre; the status it answers. */
async function serve(status: number): Promise<void> {
	const server = createServer(({ headers }, response) => {
		seen.push(headers);
		response.writeHead(status, { "content-type": "application/json", ...(status === 302 && { location: "https://team.cloudflareaccess.com/" }) });
		response.end('{"days":30}');
	}).listen(0, "127.0.0.1");
	onTestFinished(() => void server.close());
	await new Promise((done) => server.once("listening", done));
	const address = server.address();
	vi.stubEnv("KB_URL", `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`);
}

beforeEach(() => {
	seen.length = 0;
	for (const name of ["REPORT_TOKEN", "CF_ACCESS_CLIENT_ID", "CF_ACCESS_CLIENT_SECRET"]) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

describe("reading a deployed report", () => {
	const sent = () => seen.map((headers) => [headers.authorization, headers["cf-access-client-id"], headers["cf-access-client-secret"]]);

	it("sends the Worker's token, and a service token where there is a whole one", async () => {
		await serve(200);
		vi.stubEnv("REPORT_TOKEN", "a-long-report-token");
		expect(await fetchOverview(30)).toEqual({ days: 30 });
		vi.stubEnv("CF_ACCESS_CLIENT_ID", "reports.access");
		await fetchOverview(30);
		vi.stubEnv("CF_ACCESS_CLIENT_SECRET", "a secret");
		await fetchOverview(30);
		vi.stubEnv("REPORT_TOKEN", undefined);
		await fetchOverview(30);
		expect(sent()).toEqual([
			["Bearer a-long-report-token", undefined, undefined],
			["Bearer a-long-report-token", undefined, undefined],
			["Bearer a-long-report-token", "reports.access", "a secret"],
			[undefined, "reports.access", "a secret"],
		]);
	});

	it.each(["http://help.example.com", "http://127.0.0.1.example.com", "ftp://help.example.com", "help.example.com"])("sends nothing to %s", async (url) => {
		const fetched = vi.spyOn(globalThis, "fetch");
		vi.stubEnv("KB_URL", url);
		await expect(fetchOverview(30)).rejects.toThrow(
			`KB_URL is "${url}"; it must begin with https://, so that nobody reads the report or what opens it on the way.`,
		);
		expect(fetched).not.toHaveBeenCalled();
	});

	it.each([403, 302])("says what to set when it is refused (%d), and follows nobody", async (status) => {
		await serve(status);
		await expect(fetchOverview(30)).rejects.toThrow(
			"Set REPORT_TOKEN to the Worker's secret of that name, and behind Access CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET",
		);
		expect(seen).toHaveLength(1);
	});
});
