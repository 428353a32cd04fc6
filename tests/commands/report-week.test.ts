import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeFixture } from "../unit/digest-fixture.ts";
import { command, scratch } from "./command.ts";

/** A centre that has one digest for those with the token. Remembers what it was asked. */
async function startCentre() {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? "");
		if (request.url?.includes("2999")) return void response.writeHead(422, { "content-type": "application/problem+json" }).end("{}");
		const known = request.headers.authorization === "Bearer right";
		response.writeHead(known ? 200 : 403, { "content-type": "application/json" }).end(JSON.stringify(known ? makeFixture() : {}));
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	onTestFinished(() => void server.close());
	return { asked, env: { KB_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, REPORT_TOKEN: "right" } };
}

async function report(args: string[], env: Record<string, string> = {}) {
	const running = command("report", args, env);
	return { code: await running.ended, output: running.output() };
}

describe("npm run report -- --week", () => {
	it("prints the digest of the last week, or of the one that is named", async () => {
		const { asked, env } = await startCentre();
		const text = await report(["--week"], env);
		expect(text.output).toMatch(/^Test centre: week 47 \(2026-11-16 to 2026-11-22\)\n\nDo first\n/);
		const markdown = await report(["--week", "2026-W47", "--format", "markdown"], env);
		expect(markdown.output).toMatch(/^# Test centre: week 47 .*\n\n## Do first\n/);
		const json = await report(["--week", "2026-W47", "--json"], env);
		expect(JSON.parse(json.output)).toEqual(makeFixture());
		expect([text.code, markdown.code, json.code]).toEqual([0, 0, 0]);
		expect(asked).toEqual(["/api/reports/digest", "/api/reports/digest?week=2026-W47", "/api/reports/digest?week=2026-W47"]);
	});

	it("writes a page that can be printed, and nothing where there is no digest", async () => {
		const { env } = await startCentre();
		const file = join(scratch(), "new folder/digest.html");
		const refused = await report(["--week", "--format", "html", "--out", file], { ...env, REPORT_TOKEN: "wrong" });
		expect([refused.code, existsSync(file)]).toEqual([1, false]);
		expect(refused.output).toContain("refused (403)");
		const written = await report(["--week", "--format", "html", "--out", file], env);
		expect(written).toEqual({ code: 0, output: `Written: ${file}\n` });
		expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>\n[^]*<h2 id="actions-heading">Do first<\/h2>[^]*<\/html>\n$/);
	});

	it("says that a week lies in the future", async () => {
		const { env } = await startCentre();
		expect(await report(["--week", "2999-W10"], env)).toEqual({
			code: 2,
			output: expect.stringContaining("The week 2999-W10 lies in the future: it has not begun at the desk. Name an earlier one, like 2026-W47.") as string,
		});
	});

	it("refuses wrong use with exit code 2, and says what is right", async () => {
		const wrong = [
			["--week", "2026-W54"],
			["--week", "2026-47"],
			["--week", "--days", "7"],
			["--week", "2026-W47", "more"],
			["2026-W47"],
			["--format", "html"],
		];
		const answers = await Promise.all(wrong.map((args) => report(args)));
		expect(answers.map(({ code }) => code)).toEqual(wrong.map(() => 2));
		expect(answers[0]?.output).toContain('"2026-W54" is not a week; write it like 2026-W47.');
		expect(answers[5]?.output).toContain('--format is "html"; allowed: text, markdown, json.');
	});
});
