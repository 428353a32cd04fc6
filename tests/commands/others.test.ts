import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { command, copyContent, scratch } from "./command.ts";

async function finish(script: string, args: string[] = [], env: Record<string, string> = {}) {
	const running = command(script, args, env);
	return { code: await running.ended, output: running.output() };
}

describe("npm run deploy -- --dry-run", () => {
	it("builds and bundles everything, uploads nothing, and warns of what is empty in wrangler.toml", async () => {
		const { code, output } = await finish("deploy", ["--dry-run"]);
		expect(output).toContain("Dry run done: nothing was uploaded.");
		expect(code).toBe(0);
		expect(existsSync(join(root, ".tier-zero/bundle/index.js"))).toBe(true);
		expect(output).toContain("Warning: DESK_WEBHOOK_URL is empty in wrangler.toml.\n  Why: Tickets are kept and wait;");
		expect(output).toContain("Warning: ACCESS_TEAM_DOMAIN and ACCESS_AUDIENCE are empty in wrangler.toml.\n  Why: /manage answers 403 to everybody.");
	});

	it("refuses a real deployment while wrangler.toml has placeholders, and says what to fill in", async () => {
		const { code, output } = await finish("deploy");
		expect(code).toBe(1);
		expect(output).toContain("wrangler.toml still has placeholders.");
		expect(output).toContain("npx wrangler d1 create tier-zero");
	});
});

// What `npm run deploy -- --dry-run` has left, above. What makes it heavier should be known, and said in docs/decisions/0038-bundle.md.
describe("the bundled Worker", () => {
	const read = (name: string) => readFileSync(join(root, ".tier-zero/bundle", name), "utf8");
	const sources = (pattern: RegExp) => {
		const map = JSON.parse(read("index.js.map")) as { sources: string[] };
		return [...new Set(map.sources.flatMap((source) => pattern.exec(source)?.[1] ?? []))].sort();
	};

	it("has at most 255 KiB compressed", () => {
		const weight = gzipSync(read("index.js")).length / 1024;
		expect(weight).toBeGreaterThan(100);
		expect(weight).toBeLessThanOrEqual(255);
	});

	it("carries no package that nobody has weighed", () => {
		expect(sources(/node_modules\/((?:@[^/]+\/)?[^/]+)/)).toEqual([
			"@orama/stemmers",
			"@orama/stopwords",
			"@stablelib/base64",
			"d3-array",
			"eventsource-parser",
			"fast-sha256",
			"fuse.js",
			"hono",
			"isbot",
			"jose",
			"papaparse",
			"standardwebhooks",
			"stemmer",
			"temporal-polyfill",
			"temporal-utils",
			"zod",
		]);
	});

	it("carries the connectors of its routing alone, and English alone", () => {
		expect(sources(/handoff\/destinations\/([a-z]+)\.ts$/)).toEqual(["webhook"]);
		expect(sources(/site\/strings\/([a-z]+)\//)).toEqual(["en"]);
	});
});

describe("npm run report and npm run sample", () => {
	it("print the seven metrics for a terminal and as Markdown; the sample can be removed and stays away", async () => {
		const env = { KB_STATE: join(scratch(), "state") };
		expect((await finish("sample", ["add"], env)).output).toMatch(/^\d+ sample events added\.$/m);
		const text = await finish("report", [], env);
		for (const label of [
			"Deflection rate",
			"Article helpfulness",
			"Search success",
			"Zero-result searches",
			"Article coverage",
			"Content freshness",
			"Time to answer",
		])
			expect(text.output).toContain(label);
		expect(text.output).toContain("SAMPLE DATA");
		expect(text.code).toBe(0);
		const markdown = await finish("report", ["--format", "markdown", "--days", "7"], env);
		expect(markdown.output).toMatch(/^# Report .* \(7 days\)/);
		expect(markdown.output).toContain("| Deflection rate |");

		expect((await finish("sample", ["remove"], env)).output).toMatch(/^\d+ sample rows removed\.$/m);
		const json = JSON.parse((await finish("report", ["--json"], env)).output) as { sample: boolean; metrics: { id: string; n: number }[] };
		expect(json.sample).toBe(false);
		expect(json.metrics.find((metric) => metric.id === "search-success")?.n).toBe(0);
	});

	it("refuse wrong use with exit code 2", async () => {
		expect((await finish("report", ["--format", "xml"])).code).toBe(2);
		expect((await finish("report", ["--days", "many"])).code).toBe(2);
		expect((await finish("sample", ["shake"])).code).toBe(2);
		expect((await finish("start", ["--fast"])).code).toBe(2);
	});

	it("says that a deployed centre cannot be reached", async () => {
		const { code, output } = await finish("report", [], { KB_URL: "http://127.0.0.1:9", REPORT_TOKEN: "x" });
		expect(code).toBe(1);
		expect(output).toContain("The report could not be read from http://127.0.0.1:9");
	});
});

describe("KB_CONTENT", () => {
	it("builds another content folder, with its incident on every page and its name in the title", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const out = join(folder, "dist");
		const { code, output } = await finish("build", [], { KB_CONTENT: content, KB_OUT: out });
		expect(output).toContain("Built into");
		expect(code).toBe(0);
		const home = readFileSync(join(out, "index.html"), "utf8");
		const name = /^name: (.+)$/m.exec(readFileSync(join(content, "data/site.yml"), "utf8"))?.[1] ?? "";
		expect(home).toContain(`<title>${name}</title>`);
	});

	it("leaves the routing of a Worker that serves other content as it is", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const routing = join(content, "data/routing.yml");
		writeFileSync(routing, readFileSync(routing, "utf8").replace(/^otherwise: .*$/m, "otherwise: { team: nobody else, tier: L1, fallback: nobody }"));
		expect(readFileSync(routing, "utf8")).toContain("nobody else");
		const { code, output } = await finish("build", [], { KB_CONTENT: content, KB_OUT: join(folder, "dist") });
		expect(code, output).toBe(0);
		expect(readFileSync(join(root, ".tier-zero/generated/routing.json"), "utf8")).not.toContain("nobody else");
	});

	it("says that there is no such folder", async () => {
		const { code, output } = await finish("build", [], { KB_CONTENT: "no/such/folder" });
		expect(code).toBe(1);
		expect(output).toContain("There is no content folder at");
		expect(output).toContain('The variable KB_CONTENT is "no/such/folder"');
	});
});

describe("two builds at once", () => {
	it("wait for each other and both come out whole", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const builds = await Promise.all(["one", "two"].map((out) => finish("build", [], { KB_CONTENT: content, KB_OUT: join(folder, out) })));
		expect(builds.map(({ code }) => code)).toEqual([0, 0]);
		for (const out of ["one", "two"]) expect(existsSync(join(folder, out, "search-index/index.json"))).toBe(true);
	});
});
