import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outFolder } from "../../scripts/lib/paths.ts";
import { test as base, expect } from "../e2e/fixtures.ts";
import { accepting, baselineOf, compareWithBaseline } from "./baselines.ts";
import { compare, shrink } from "./picture.ts";
import { probe } from "./probe.ts";
import { moment, setClock } from "./still.ts";

interface Fixtures {
	/** What the clock says, in page and Worker, and letters of the page's own font from the first line on. */
	still: void;
	/** Compares a screenshot with its baseline; null where it is the same, or where this machine draws letters otherwise. */
	seen: (name: string, screenshot: Buffer) => Promise<string | null>;
}

/** Whether this machine draws letters and fields as the one on which the baselines were recorded. */
interface Machine {
	drawsAlike: boolean;
}

/** A network of its own for each test: there are limits of votes and messages from each. */
function networkOf(testId: string): string {
	const [a = 0, b = 0] = createHash("sha256").update(testId).digest();
	return `198.18.${a}.${b}`;
}

export const test = base.extend<Fixtures, Machine>({
	still: [
		async ({ context, page }, use, { testId }) => {
			await context.setExtraHTTPHeaders({ "x-dev-network": networkOf(testId) });
			await setClock(page, moment);
			await context.addInitScript(() => location.protocol.startsWith("http") && localStorage.setItem("typeface", "here"));
			// A font that comes late is left out (`optional`), and results below the window are laid out when they come into it: neither may depend on
			// how busy the machine is.
			await context.route(/\/_astro\/[^/]+\.css$/, (route) => {
				const file = join(outFolder, new URL(route.request().url()).pathname);
				const css = readFileSync(file, "utf8").replaceAll("font-display:optional", "font-display:block").replaceAll("content-visibility:auto", "");
				return route.fulfill({ contentType: "text/css", body: css });
			});
			await use();
		},
		{ auto: true },
	],
	drawsAlike: [
		async ({ browser }, use) => {
			const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
			await page.setContent(probe);
			const seen = await page.screenshot({ caret: "hide" });
			await page.close();
			const file = baselineOf("machine");
			if (accepting) await compareWithBaseline("machine", seen);
			await use(existsSync(file) && (await compare(readFileSync(file), await shrink(seen))) === null);
		},
		{ scope: "worker" },
	],
	seen: async ({ drawsAlike }, use) => use(async (name, screenshot) => (drawsAlike ? compareWithBaseline(name, screenshot) : null)),
});

export { expect };
