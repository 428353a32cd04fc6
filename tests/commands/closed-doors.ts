import { expect } from "vitest";
import { rawRequest } from "./raw-request.ts";

const doors = [
	"/manage",
	"/manage/",
	"/manage?days=7",
	"/manage.html",
	"//manage",
	"/%6danage",
	"/%256danage",
	"/Manage",
	"/./manage",
	"/x/../manage",
	"/manage/..%2f",
	"/manage/search",
	"/manage/search/",
	"/manage/index.html",
	"/manage.",
	"/manage;x",
	"/\\manage",
	"/api/reports/overview",
	"/api/reports//overview",
	"/api/reports/search/gaps.csv",
	"/API/reports/overview",
	"/api/%2e%2e/manage",
	"/api/deliveries/replay",
];
const hidden = ["/worker-shell/report/", "/_site/manifest.json", "/%5fsite/manifest.json", "//_site/manifest.json"];

/** Expects a running server to refuse strangers at every spelling of the manager's pages, as it is sent over the wire. */
export async function expectClosedDoors(port: number): Promise<void> {
	const answers = await Promise.all(
		["GET", "HEAD", "POST", "PUT", "OPTIONS", "PROPFIND"].flatMap((method) =>
			doors.map(async (path) => [method, path, (await rawRequest(port, method, path)).status] as const),
		),
	);
	expect(answers.filter(([, , status]) => status !== 403)).toEqual([]);
	const found = await Promise.all(hidden.map(async (path) => [path, (await rawRequest(port, "GET", path)).status] as const));
	expect(found.filter(([, status]) => status < 300)).toEqual([]);
	expect((await rawRequest(port, "GET", "/")).status).toBe(200);
}
