import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { expect, it, onTestFinished } from "vitest";
import { findChromium } from "#scripts/lib/chromium.ts";
import { freePort, isFree } from "#scripts/lib/ports.ts";
import { command, copyContent, processesOf, scratch } from "./command.ts";

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

it("npm run dev tells a writer in the terminal and on the page what a save broke and mended, without losing the place", async () => {
	const folder = scratch();
	const content = copyContent(folder);
	const file = join(content, "articles/en/data-entry/good-habits.mdx");
	const sound = readFileSync(file, "utf8").replace("---\n", "---\ndraft: true\n");
	writeFileSync(file, sound);
	const port = await freePort();
	const dev = command("dev", [], { KB_CONTENT: content, KB_OUT: join(folder, "dist"), KB_STATE: join(folder, "state"), PORT: String(port) });
	await dev.waitFor("Each save is checked");
	await dev.waitFor(`localhost:${port}`);

	const executablePath = findChromium();
	const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
	onTestFinished(() => browser.close());
	const page = await browser.newPage({ viewport: { width: 390, height: 500 }, reducedMotion: "reduce" });
	page.setDefaultTimeout(8_000);
	await page.goto(`http://localhost:${port}/data-entry/good-habits/`);
	const desk = page.getByRole("complementary", { name: "Writer's desk" });
	const toggle = desk.getByRole("button", { expanded: false });
	const panel = desk.locator("#writer-desk-panel");
	await toggle.getByText("Draft").waitFor();

	// On a phone it is a pill that leaves the page free, and the keyboard opens and closes it.
	expect((await desk.locator(".desk-bar").boundingBox())?.width).toBeLessThan(300);
	await toggle.focus();
	await page.keyboard.press("Enter");
	await panel.getByText("owner: data-team").waitFor();
	await page.keyboard.press("Escape");
	expect(await toggle.getAttribute("aria-expanded")).toBe("false");

	await page.evaluate(() => scrollTo(0, 200));
	writeFileSync(file, sound.replace("## ", "[Nowhere](/nowhere/)\n\n## "));
	await dev.waitFor('links/page  the link "/nowhere/" leads nowhere');
	await toggle.getByText("1 error").waitFor();
	expect(await page.evaluate(() => scrollY)).toBe(200);
	await toggle.click();
	await panel.getByText('the link "/nowhere/" leads nowhere').waitFor();
	expect(await panel.getByRole("link", { name: /^Open line \d+, column 1$/ }).getAttribute("href")).toMatch(/^vscode:\/\/file\/.*good-habits\.mdx:\d+:1$/);

	writeFileSync(file, sound);
	await dev.waitFor("clean again");
	await panel.getByText("/nowhere/").waitFor({ state: "detached" });

	// The category marks the draft, and the desk lists what is open in the whole centre.
	await page.goto(`http://localhost:${port}/data-entry/`);
	await page.getByRole("listitem").filter({ hasText: "Good data habits" }).getByText("Draft", { exact: true }).first().waitFor();
	await panel.getByRole("heading", { name: "Drafts (1)" }).waitFor();
	await browser.close();
	dev.child.kill("SIGINT");
	expect(await dev.ended).toBe(0);
});
