import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { buildSite } from "../../scripts/lib/build-site.ts";
import { migrate } from "../../scripts/lib/local-database.ts";
import { startWorker } from "../../scripts/lib/local-worker.ts";
import { freePort } from "../../scripts/lib/ports.ts";
import { startPracticeDesk } from "../../scripts/lib/practice-desk.ts";
import { startProduct } from "./product.ts";
import { addSample } from "../../scripts/lib/sample/store-sample.ts";

/** What a test needs to know of its stack. */
export interface Stack {
	url: string;
	/** `GET /desk` lists what the desk received, `POST /tick?at=` runs the scheduled jobs at a moment. */
	control: string;
	signInCode: string;
	reportToken: string;
	/** Origin of a product whose pages may show the widget, and the same pages at an origin that may not. */
	product: string;
	stranger: string;
	/** Secret with which the product signs who its customer is. */
	identitySecret: string;
	/** Where the manager's cookie is kept between tests: the sign-in link works once. */
	cookieFile: string;
}

/** @param sampleUntil fills the database with sample events of the days before this moment (epoch milliseconds) */
async function startStack(folder: string, sampleUntil?: number): Promise<{ stack: Stack; stop: () => Promise<void> }> {
	const secret = `whsec_${randomBytes(24).toString("base64")}`;
	const desk = await startPracticeDesk(secret);
	const signInCode = randomBytes(18).toString("base64url");
	const reportToken = randomBytes(18).toString("base64url");
	const state = join(folder, "state");
	await migrate(state);
	if (sampleUntil !== undefined) await addSample({ now: sampleUntil, state });
	const port = await freePort();
	const product = await startProduct(`http://localhost:${port}`);
	const identitySecret = randomBytes(24).toString("base64url");
	const worker = await startWorker({
		port,
		state,
		vars: {
			...{ TIME_TRAVEL: "on", LOCAL_SIGN_IN_CODE: signInCode, REPORT_TOKEN: reportToken, DESK_WEBHOOK_URL: desk.url, DESK_WEBHOOK_SECRET: secret },
			...{ IDENTITY_SECRET: identitySecret, WIDGET_ORIGINS: product.origin },
		},
	});
	const control = createServer(async (request, response) => {
		const url = new URL(request.url ?? "/", "http://localhost");
		if (url.pathname === "/tick") await worker.tick(url.searchParams.has("at") ? Number(url.searchParams.get("at")) : undefined);
		response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ tickets: desk.tickets, refused: desk.refused }));
	});
	await new Promise<void>((done) => control.listen(0, "127.0.0.1", done));
	return {
		stack: {
			url: worker.url,
			control: `http://127.0.0.1:${(control.address() as AddressInfo).port}`,
			signInCode,
			reportToken,
			product: product.origin,
			stranger: product.stranger,
			identitySecret,
			cookieFile: join(folder, "manager.json"),
		},
		async stop() {
			control.closeAllConnections();
			control.close();
			product.close();
			await Promise.all([worker.stop(), desk.close()]);
		},
	};
}

/** Builds the site and starts one stack for each project; returns what ends them. */
export default async function globalSetup(config: FullConfig): Promise<() => Promise<void>> {
	await buildSite();
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-e2e-"));
	const stacks: Record<string, Stack> = {};
	const stops: (() => Promise<void>)[] = [];
	for (const { name, metadata } of config.projects) {
		const { stack, stop } = await startStack(join(folder, name), metadata["sampleUntil"] as number | undefined);
		stacks[name] = stack;
		stops.push(stop);
	}
	const file = join(folder, "stacks.json");
	writeFileSync(file, JSON.stringify(stacks));
	process.env["TIER_ZERO_STACKS"] = file;
	return async () => {
		await Promise.all(stops.map((stop) => stop()));
		rmSync(folder, { recursive: true, force: true });
	};
}
