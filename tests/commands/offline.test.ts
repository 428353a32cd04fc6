import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { expect, it, onTestFinished } from "vitest";
import { findChromium } from "#scripts/lib/chromium.ts";
import { serveSite } from "../bench/lib/serve-site.ts";
import { command, copyContent, scratch } from "./command.ts";

it("a centre that no longer keeps pages takes away what browsers have kept, and itself, at the next visit", async () => {
	const folder = scratch();
	const content = copyContent(folder);
	const out = join(folder, "dist");
	const build = async () => expect(await command("build", [], { KB_CONTENT: content, KB_OUT: out }).ended).toBe(0);
	await build();
	const site = await serveSite(out);
	onTestFinished(() => site.close());
	const executablePath = findChromium();
	const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
	onTestFinished(() => browser.close());
	const page = await browser.newPage();
	const state = () => page.evaluate(async () => ({ workers: (await navigator.serviceWorker.getRegistrations()).length, caches: (await caches.keys()).length }));
	await page.goto(`${site.url}/data-entry/add-a-value/`);
	await expect.poll(state, { timeout: 15_000 }).toEqual({ workers: 1, caches: 3 });

	const file = join(content, "data/site.yml");
	writeFileSync(file, `${readFileSync(file, "utf8")}\noffline: false\n`);
	await build();
	await page.goto(`${site.url}/data-entry/faq/`);
	await expect.poll(state, { timeout: 15_000 }).toEqual({ workers: 0, caches: 0 });
	await page.reload();
	await page.waitForLoadState("networkidle");
	expect(await state()).toEqual({ workers: 0, caches: 0 });
});
