import { globSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { withDatabase } from "#scripts/lib/local-database.ts";
import { freePort, isFree } from "#scripts/lib/ports.ts";
import { expectClosedDoors } from "./closed-doors.ts";
import { command, copyContent, processesOf, scratch } from "./command.ts";

describe("npm start", () => {
	it("builds, fills an empty database, serves, and ends everything on Ctrl-C; the next start keeps all data", async () => {
		const state = join(scratch(), "state");
		const port = await freePort();
		const first = command("start", [], { KB_STATE: state, PORT: String(port) });
		await first.waitFor("Ready.");
		expect(first.output()).toMatch(/filled with [\d,]+ sample events of 90 days/);
		expect(first.output()).toContain(`http://localhost:${port}/contact/`);
		expect(first.output()).toMatch(/manage\/sign-in\?code=[\w-]{20,}/);
		expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
		await expectClosedDoors(port);
		const filed = await fetch(`http://localhost:${port}/api/tickets`, {
			method: "POST",
			headers: { "content-type": "application/json", origin: `http://localhost:${port}` },
			body: JSON.stringify({
				key: crypto.randomUUID(),
				subject: "From the first start",
				description: "It must still be there after a second start.",
				category: "other",
				name: "A",
				email: "a@customer.example",
			}),
		});
		expect(filed.status).toBe(201);
		const { statusUrl, reference } = (await filed.json()) as { statusUrl: string; reference: string };
		await first.waitFor(`The desk received ${reference}`);

		const rival = command("start", [], { KB_STATE: state, PORT: String(await freePort()) });
		expect(await rival.ended).toBe(1);
		expect(rival.output()).toContain(`The help centre is already running at http://localhost:${port}.`);

		first.child.kill("SIGINT");
		expect(await first.ended).toBe(0);
		expect(processesOf(state)).toEqual([]);
		expect(await isFree(port)).toBe(true);

		const second = command("start", [], { KB_STATE: state, PORT: String(port) });
		await second.waitFor("Ready.");
		expect(second.output()).toContain("up to date.");
		expect(second.output()).toContain("all data kept.");
		expect(await (await fetch(`http://localhost:${port}${statusUrl}`)).text()).toContain("From the first start");
		second.child.kill("SIGTERM");
		expect(await second.ended).toBe(0);
		expect(processesOf(state)).toEqual([]);
		expect(globSync("*.env", { cwd: state })).toEqual([]);
	});

	it("ends cleanly on Ctrl-C while it builds, and builds anew next time", async () => {
		const folder = scratch();
		const env = { KB_CONTENT: copyContent(folder), KB_OUT: join(folder, "dist"), KB_STATE: join(folder, "state"), PORT: String(await freePort()) };
		const start = command("start", [], env);
		await start.waitFor("1/4  Building the site");
		await new Promise((done) => setTimeout(done, 1500));
		start.child.kill("SIGINT");
		expect(await start.ended).toBe(0);
		expect(start.output()).toBe("1/4  Building the site …\n\nStopped.\n");
		expect(processesOf(folder)).toEqual([]);
	});

	it("drops a half-filled sample and fills it again when the first start was stopped in the middle", async () => {
		const state = join(scratch(), "state");
		const env = { KB_STATE: state, PORT: String(await freePort()) };
		const first = command("start", [], env);
		await first.waitFor("adding sample events … 25 %");
		first.child.kill("SIGINT");
		expect(await first.ended).toBe(0);
		expect(first.output().trimEnd()).toMatch(/Stopped\.$/);
		expect(first.output()).not.toMatch(/error|^\s+at /im);

		const second = command("start", [], env);
		await second.waitFor("Ready.");
		const told = Number(/filled with ([\d,]+) sample events/.exec(second.output())?.[1]?.replaceAll(",", ""));
		second.child.kill("SIGINT");
		expect(await second.ended).toBe(0);
		await withDatabase(async (db) => {
			const row = await db
				.prepare(
					"SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM votes) + (SELECT count(*) FROM tickets) AS n, (SELECT count(*) FROM event_inbox) AS waiting",
				)
				.first<{ n: number; waiting: number }>();
			expect(row).toEqual({ n: told, waiting: 0 });
		}, state);
	});

	it("says which port is taken and how to choose another", async () => {
		const server = createServer().listen(0, "127.0.0.1");
		onTestFinished(() => void server.close());
		await new Promise((done) => server.once("listening", done));
		const address = server.address();
		const port = typeof address === "object" && address ? address.port : 0;
		const start = command("start", [], { KB_STATE: join(scratch(), "state"), PORT: String(port) });
		expect(await start.ended).toBe(1);
		expect(start.output().trim()).toBe(
			`Port ${port} is already in use.\n  Why: Another program listens there.\n  Do:  Stop it, or choose another port: PORT=${port + 1} npm start`,
		);
	});

	it("says that npm is too old", async () => {
		const start = command("start", [], { npm_config_user_agent: "npm/8.19.4 node/v18.0.0 linux x64" });
		expect(await start.ended).toBe(1);
		expect(start.output()).toContain("npm 8.19.4 is too old: npm 10 or newer is needed.");
	});

	it("names file, line, field, what was found and what is allowed for a broken article, and serves nothing", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const article = join(content, "articles/en/data-entry/add-a-value.mdx");
		writeFileSync(article, readFileSync(article, "utf8").replace(/^type: .*$/m, "type: howto"));
		const start = command("start", [], { KB_CONTENT: content, KB_OUT: join(folder, "dist"), KB_STATE: join(folder, "state"), PORT: String(await freePort()) });
		expect(await start.ended).toBe(1);
		expect(start.output()).toContain("add-a-value.mdx:");
		expect(start.output()).toContain('"type" is "howto"');
		expect(start.output()).toContain("getting-started, how-to, troubleshooting, reference, faq, release-notes, best-practices");
		expect(start.output()).not.toContain("Ready.");
		expect(start.output()).not.toMatch(/^\s+at .*\.(?:ts|mjs)/m);
	});

	it("says which port it cannot read", async () => {
		const start = command("start", [], { PORT: "web" });
		expect(await start.ended).toBe(1);
		expect(start.output()).toContain('PORT is "web"; it must be a number from 1 to 65535.');
	});
});
