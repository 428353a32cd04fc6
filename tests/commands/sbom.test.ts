import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { command, scratch } from "./command.ts";

interface Bill {
	bomFormat: string;
	metadata: { component: { name: string; type: string } };
	components: { name: string; group?: string; version: string; hashes?: unknown[]; licenses?: unknown[] }[];
}

async function sbom(args: string[]) {
	const running = command("sbom", args, { npm_config_offline: "true" });
	return { code: await running.ended, output: running.output() };
}

it("writes a bill of materials from the lock file, without a network", async () => {
	const file = join(scratch(), "sbom.json");
	const { code, output } = await sbom(["--out", file, "--production"]);
	expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/sbom\.json: \d+ packages\.\n$/) });
	const bill = JSON.parse(readFileSync(file, "utf8")) as Bill;
	const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: Record<string, string> };
	expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "tier-zero", type: "application" } } });
	const named = new Set(bill.components.map(({ name, version }) => `${name} ${version}`));
	expect(Object.entries(dependencies).filter(([name, version]) => !named.has(`${name} ${version}`))).toEqual([]);
	expect(bill.components.find(({ name }) => name === "hono")).toMatchObject({ hashes: [{ alg: "SHA-512" }], licenses: [{ license: { id: "MIT" } }] });
	expect(bill.components.some(({ name }) => name === "vitest")).toBe(false);
});

it("lists licences, and does not take what it does not understand", async () => {
	expect(await sbom(["--licences"])).toMatchObject({ code: 0, output: expect.stringMatching(/^MIT: \d+\n/) });
	expect((await sbom(["all"])).code).toBe(2);
});
