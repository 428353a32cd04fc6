import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort, isFree } from "#scripts/lib/ports.ts";
import { command, processesOf, scratch } from "./command.ts";

it("npm run dev shows the site, passes what readers do to the real Worker, and ends everything on Ctrl-C", async () => {
	const state = join(scratch(), "state");
	const port = await freePort();
	const dev = command("dev", [], { KB_STATE: state, PORT: String(port) });
	await dev.waitFor("Manager's report:");
	await dev.waitFor(`localhost:${port}`);
	const url = `http://localhost:${port}`;
	const home = await fetch(url);
	expect(home.status).toBe(200);
	expect(await home.text()).toContain("<h1");

	const posted = await fetch(`${url}/api/events`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: url },
		body: JSON.stringify({ events: [{ id: crypto.randomUUID(), type: "page_viewed", path: "/" }] }),
	});
	expect(posted.status).toBe(202);

	const index = (await (await fetch(`${url}/search-index/index.json`)).json()) as { size: number };
	expect(index.size).toBeGreaterThan(0);
	// A page of the Worker comes with the styles of the last build.
	const status = await (await fetch(`${url}/status`)).text();
	const stylesheet = /href="(\/_astro\/[^"]+\.css)"/.exec(status)?.[1] ?? "";
	expect(stylesheet).not.toBe("");
	expect((await fetch(url + stylesheet)).headers.get("content-type")).toContain("text/css");

	dev.child.kill("SIGINT");
	expect(await dev.ended).toBe(0);
	expect(dev.output()).toContain("Stopped.");
	expect(processesOf(state)).toEqual([]);
	expect(await isFree(port)).toBe(true);
});
