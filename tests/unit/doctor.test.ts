import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ContentData } from "#site/lib/content-data.ts";
import { examineBindings } from "#scripts/lib/doctor/bindings.ts";
import { readConfig } from "#scripts/lib/doctor/config.ts";
import { examineDatabase, examineVersion, migrationFiles } from "#scripts/lib/doctor/migrations.ts";
import { askCloudflare } from "#scripts/lib/doctor/remote.ts";
import { examineRouting, examineSecrets, examineVariables } from "#scripts/lib/doctor/settings.ts";

const shipped = readFileSync("wrangler.toml", "utf8");
const wrong = (all: { what: string; state: string }[]) => all.filter(({ state }) => state === "wrong").map(({ what }) => what);
type Data = Pick<ContentData, "routing" | "support" | "site">;

function data(destinations: object[], more: { alerts?: string[]; acknowledgement?: object; url?: string } = {}): Data {
	const { alerts = [], acknowledgement, url = "https://help.customer.test.org" } = more;
	return { routing: { destinations, alerts }, support: { acknowledgement }, site: { url } } as unknown as Data;
}

describe("bindings", () => {
	it("of wrangler.toml as it comes lack only the ids of an account", () => {
		expect(wrong(examineBindings(readConfig(shipped)))).toEqual(["DB (D1)", "SALTS (KV)"]);
	});

	it("are all missed where there are none", () => {
		expect(wrong(examineBindings(readConfig("")))).toEqual([
			"DB (D1)",
			"SALTS (KV)",
			"FILES (R2)",
			"WAKE (queue)",
			"ASSETS",
			"Rate limits",
			"run_worker_first",
			"Schedule",
		]);
	});

	it.each([
		["a queue that nobody reads", 'queue = "tier-zero-wake"\nmax_batch', 'queue = "other"\nmax_batch', "WAKE (queue)"],
		["one limit of two", 'name = "NETWORK_LIMIT"', 'name = "OTHER"', "Rate limits"],
		["a door before the manager's pages that stands open", '"/manage.html", ', "", "run_worker_first"],
		["a schedule of an hour", 'crons = ["* * * * *"]', 'crons = ["0 * * * *"]', "Schedule"],
	])("say so of %s", (_, from, to, what) => {
		expect(shipped).toContain(from);
		expect(wrong(examineBindings(readConfig(shipped.replace(from, to))))).toContain(what);
	});

	it("tell of logs that hold addresses, and of none", () => {
		const logs = (text: string) => examineBindings(readConfig(text)).find(({ what }) => what === "Logs");
		expect(logs(shipped)).toMatchObject({ state: "ok" });
		expect(logs("[observability]\nenabled = true")).toMatchObject({ state: "note", found: expect.stringContaining("a line of its own") });
		expect(logs("")).toMatchObject({ state: "note", found: "No log is kept." });
	});
});

describe("secrets", () => {
	const zendesk = { id: "zen", type: "zendesk", urlFrom: "ZEN_URL", userFrom: "ZEN_USER", secretFrom: "ZEN_TOKEN", updateSecretFrom: "ZEN_UPDATES" };
	const slack = { id: "chat", type: "slack", urlFrom: "CHAT" };
	const states = (text: string, deployed: string[] | null, here: string[] = []) =>
		Object.fromEntries(
			examineSecrets(readConfig(text), data([zendesk, slack]), { isHere: (name) => here.includes(name), deployed }).map(({ what, state }) => [what, state]),
		);

	it("are those that the desks name, and what else the settings ask for", () => {
		expect(states("", null)).toEqual({
			ZEN_TOKEN: "note",
			ZEN_UPDATES: "note",
			CHAT: "note",
			TURNSTILE_SECRET: "ok",
			ANSWER_API_KEY: "ok",
			ANALYTICS_TOKEN: "ok",
			REPORT_TOKEN: "ok",
			IDENTITY_SECRET: "ok",
			FILE_SIGNING_KEY: "ok",
		});
		const asked = '[vars]\nTURNSTILE_SITE_KEY = "k"\nANSWER_API_URL = "https://llm.example/v1"\nANALYTICS_ACCOUNT = "a"';
		expect(states(asked, null)).toMatchObject({ TURNSTILE_SECRET: "note", ANSWER_API_KEY: "note", ANALYTICS_TOKEN: "note", REPORT_TOKEN: "ok" });
	});

	it("are missing where Cloudflare does not have them, whatever is here", () => {
		expect(states("", ["ZEN_TOKEN"], ["CHAT"])).toMatchObject({ ZEN_TOKEN: "ok", ZEN_UPDATES: "wrong", CHAT: "wrong", REPORT_TOKEN: "ok" });
	});

	it("do not belong into wrangler.toml", () => {
		expect(states('[vars]\nREPORT_TOKEN = "t"\nZEN_URL = "https://zen.example"', null)).toMatchObject({ REPORT_TOKEN: "wrong", ZEN_TOKEN: "note" });
	});
});

describe("the way of tickets", () => {
	it("needs addresses, and the binding for mail", () => {
		const mail = { id: "mail", type: "email", via: "binding", from: "a@example.com", to: "b@example.com" };
		const desk = { id: "desk", type: "webhook", urlFrom: "DESK_URL", secretFrom: "DESK_SECRET" };
		expect(wrong(examineRouting(readConfig(""), data([desk, mail])))).toEqual(["Destination desk", "MAIL (e-mail)"]);
		const config = readConfig('send_email = [{ name = "MAIL" }]\n[vars]\nDESK_URL = "https://desk.example"');
		expect(examineRouting(config, data([desk, mail], { alerts: ["mail"] })).map(({ state }) => state)).toEqual(["ok", "ok", "ok", "ok"]);
		expect(wrong(examineRouting(config, data([])))).toEqual(["Destinations"]);
		expect(wrong(examineRouting(readConfig(""), data([mail], { acknowledgement: { from: "a@example.com" } })))).toEqual(["MAIL (e-mail)"]);
	});

	it.each(["https://help.example.com", "https://help.esg-platform.example", "http://localhost"])("is told that %s is no public address", (url) => {
		expect(examineRouting(readConfig(""), data([], { url })).at(-1)).toMatchObject({ state: "note", found: `It is ${url}.` });
	});
});

describe("variables", () => {
	it("keep the Worker in production, and name a way to the model", () => {
		expect(wrong(examineVariables(readConfig('[vars]\nMODE = "development"\nANSWER_MODEL = "m"')))).toEqual(["MODE", "Answers"]);
		expect(wrong(examineVariables(readConfig('[ai]\nbinding = "AI"\n[vars]\nMODE = "production"\nANSWER_MODEL = "m"')))).toEqual([]);
		expect(wrong(examineVariables(readConfig(shipped)))).toEqual([]);
	});
});

describe("migrations", () => {
	it("of this version end with the one that the Worker asks for", () => {
		expect(examineVersion(migrationFiles()).state).toBe("ok");
		expect(examineVersion(["0001_ledger.sql"])).toMatchObject({ state: "wrong", found: expect.stringContaining("0001_ledger.sql") });
	});

	it("that a database lacks are named", () => {
		expect(examineDatabase("Local", [], "", "").state).toBe("ok");
		expect(examineDatabase("Local", ["0002_searches.sql"], "Do.", "")).toMatchObject({ state: "wrong", found: "Lacks 0002_searches.sql.", todo: "Do." });
	});
});

describe("what Cloudflare says", () => {
	it("is which secrets are set and which migrations are missing", async () => {
		const asked: string[] = [];
		const remote = await askCloudflare(async (args) => {
			asked.push(args.join(" "));
			return Promise.resolve(
				args[0] === "secret"
					? { code: 0, output: '[{"name":"ZEN_TOKEN","type":"secret_text"}]\n' }
					: { code: 0, output: "Migrations to be applied:\n│ 0014_answers.sql │\n│ 0016_request_ids.sql │" },
			);
		});
		expect(remote).toMatchObject({
			secrets: ["ZEN_TOKEN"],
			pending: ["0014_answers.sql", "0016_request_ids.sql"],
			findings: [{ state: "ok", found: "1 secret set." }],
		});
		expect(asked).toEqual(["secret list --format json", "d1 migrations list DB --remote"]);
		const done = await askCloudflare((args) => Promise.resolve({ code: 0, output: args[0] === "secret" ? "[]" : "✅ No migrations to apply!" }));
		expect(done).toMatchObject({ secrets: [], pending: [] });
	});

	it("may be nothing, and then the reason is told", async () => {
		const remote = await askCloudflare(() => Promise.resolve({ code: 1, output: "\n✘ [ERROR] You are not logged in.\n\nmore" }));
		expect(remote).toMatchObject({ secrets: null, pending: null });
		expect(remote.findings.map(({ what, state, why }) => [what, state, why])).toEqual([
			["Secrets", "wrong", "✘ [ERROR] You are not logged in."],
			["Database", "wrong", "✘ [ERROR] You are not logged in."],
		]);
	});
});
