import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("wrangler.toml", () => {
	const list = /^run_worker_first = (\[.*\])$/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1] ?? "[]";
	const patterns = (JSON.parse(list) as string[]).map((pattern) => new RegExp(`^${pattern.replaceAll(/[.]/g, "\\.").replaceAll("*", ".*")}$`));
	const first = (path: string) => patterns.some((pattern) => pattern.test(path));

	it("lets the Worker answer before any file where the manager's pages are and where it fills one, and leaves other categories to the static host", () => {
		for (const path of ["/manage", "/manage/", "/manage/sign-in", "/manage.html", "/_site/manifest.json", "/worker-shell/", "/de/worker-shell/"])
			expect([path, first(path)]).toEqual([path, true]);
		for (const path of ["/contact", "/contact/", "/de/contact", "/de/contact/"]) expect([path, first(path)]).toEqual([path, true]);
		for (const path of ["/de/contacts/", "/manage-users/", "/management/", "/contacts/", "/search-tips/"]) expect([path, first(path)]).toEqual([path, false]);
	});

	it("leaves the downloads of the centre to the static host, which has them; the files of tickets are the Worker's", () => {
		expect(first("/files/t/00000000-0000-4000-8000-000000000000")).toBe(true);
		for (const path of ["/files/price-list.pdf", "/files/forms/order.docx", "/files/tables.csv"]) expect([path, first(path)]).toEqual([path, false]);
	});
});
