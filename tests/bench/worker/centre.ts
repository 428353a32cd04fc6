import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { buildSite } from "#scripts/lib/build-site.ts";
import { migrate, withDatabase } from "#scripts/lib/local-database.ts";
import { startWorker } from "#scripts/lib/local-worker.ts";
import { outFolder, root } from "#scripts/lib/paths.ts";
import { freePort } from "#scripts/lib/ports.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { sha256 } from "#worker/lib/encoding.ts";
import { startFailingDesk } from "../handoff/failing-desk.ts";
import { seedMillion } from "../reports/seed-million.ts";
import { answeringRoutes } from "./route-names.ts";
import { openClient, type Client } from "./client.ts";
import { signed, uploadOf, type BenchRequest, type Centre } from "./requests.ts";

const dayMs = 86_400_000;
const days = 30;
/** Events that the reports find. */
const events = 20_000;

/** A centre under `wrangler dev` whose entry also has an empty route. */
export interface BenchCentre {
	centre: Centre;
	client: Client;
	/** Its routes, as `POST /api/events`. */
	routes: string[];
	inspectorPort: number;
	/** Id of its process group. */
	pid: number;
	remove(): Promise<void>;
}

/** Starts the centre with 20,000 events of 30 days, a desk that takes every ticket at once, a signed-in manager, and what requests need. */
export async function openCentre(say: (line: string) => void): Promise<BenchCentre> {
	await buildSite();
	const site = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
	const state = join(root, ".tier-zero/bench/worker");
	rmSync(state, { recursive: true, force: true });
	await migrate(state);
	const start = Date.parse(new Date(Date.now() - (days - 1) * dayMs).toISOString().slice(0, 10));
	const categories = site.support.ticketCategories.map(({ id }) => id);
	await withDatabase(async (db) => {
		await seedMillion(db, { events, days, from: start, articles: Object.keys(site.articles), categories }, say);
		await refreshRollups(db);
	}, state);
	const desk = await startFailingDesk({ random: () => 1 });
	const code = crypto.randomUUID();
	const deskSecret = `whsec_${randomBytes(24).toString("base64")}`;
	const inspectorPort = await freePort();
	const worker = await startWorker({
		port: await freePort(),
		inspectorPort,
		state,
		entry: join(root, "tests/bench/worker/inside/entry.ts"),
		vars: { REPORT_TOKEN: "bench", LOCAL_SIGN_IN_CODE: code, DESK_WEBHOOK_URL: desk.url, DESK_WEBHOOK_SECRET: deskSecret },
	}).catch(async (error: unknown) => {
		await desk.close();
		throw error;
	});
	const client = openClient(worker.url);
	async function remove(): Promise<void> {
		client.close();
		await worker.stop();
		await desk.close();
		rmSync(state, { recursive: true, force: true });
	}
	try {
		const [article = "", { revision }] = Object.entries(site.articles)[0] ?? ["", { revision: "" }];
		const send = async (request: BenchRequest) => {
			const { status, text, headers } = await client.send(request);
			if (status >= 400) throw new Error(`${request.method} ${request.path} was answered with ${status}: ${text.slice(0, 300)}`);
			return { text, location: headers["location"] ?? "", cookie: String(headers["set-cookie"] ?? "") };
		};
		const signIn = await send({ method: "GET", path: `/manage/sign-in?code=${code}`, headers: {} });
		const centre: Centre = { url: worker.url, article, revision, cookie: signIn.cookie.split(";")[0] ?? "", deskSecret, token: "", file: "", flag: "", send };
		await furnish(centre);
		const routes = answeringRoutes(JSON.parse((await send({ method: "GET", path: "/api/bench/routes", headers: {} })).text) as never);
		return { centre, client, routes, inspectorPort, pid: worker.pid, remove };
	} catch (error) {
		await remove();
		throw error;
	}
}

/** Makes a ticket with a file, a flag and a vote with a reason. */
async function furnish(centre: Centre): Promise<void> {
	const key = crypto.randomUUID();
	const headers = { origin: centre.url, "content-type": "application/json" };
	const { id } = JSON.parse((await centre.send(uploadOf(centre, key))).text) as { id: string };
	const ticket = {
		key,
		subject: "A value is refused",
		description: "See the file.",
		category: "data-issues",
		name: "Ada Example",
		email: "ada@customer.example",
	};
	const filed = await centre.send({ method: "POST", path: "/api/tickets", headers, body: JSON.stringify({ ...ticket, attachments: [id] }) });
	centre.token = (JSON.parse(filed.text) as { statusUrl: string }).statusUrl.slice("/status/".length);
	const shown = await centre.send({ method: "GET", path: `/status/${centre.token}`, headers: { accept: "text/html" } });
	centre.file = (/href="(\/files\/t\/[^"]+)"/.exec(shown.text)?.[1] ?? "").replaceAll("&amp;", "&");
	const flag = crypto.randomUUID();
	await centre.send(signed(centre, "/api/desk/desk/flags", { id: flag, kind: "missing", topic: "Import of dates" }));
	centre.flag = await sha256(["flag", "desk", flag].join("\n"));
	const vote = { article: centre.article, revision: centre.revision, helpful: "no", reasons: ["outdated"], locale: "en", session: key.replaceAll("-", "") };
	await centre.send({ method: "POST", path: "/api/votes", headers, body: JSON.stringify(vote) });
}
