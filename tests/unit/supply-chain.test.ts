import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isAllowed, listLicences, notAllowed } from "#scripts/lib/supply-chain/licences.ts";
import { readPackages } from "#scripts/lib/supply-chain/packages.ts";

interface Manifest {
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	allowScripts: Record<string, boolean>;
}
const { dependencies, devDependencies, allowScripts } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const direct = { ...dependencies, ...devDependencies };
const packages = readPackages();

describe("a dependency", () => {
	const documents = ["docs/supply-chain.md", ...globSync("docs/decisions/*.md")].map((file) => readFileSync(file, "utf8")).join("\n");

	it.each(Object.keys(direct))("%s has a reason in docs/supply-chain.md or a decision", (name) => {
		expect(documents).toMatch(new RegExp(`(?<![\\w/@-])${name.replaceAll(/[/.-]/g, "\\$&")}(?![\\w/-])`));
	});

	it("has an exact version", () => {
		for (const [name, version] of Object.entries(direct)) expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
	});
});

describe("the lock file", () => {
	it("has a checksum for every package that is installed here or must be everywhere", () => {
		expect(packages.length).toBeGreaterThan(500);
		expect(packages.filter(({ integrity, optional }) => !integrity && !optional)).toEqual([]);
		const without = packages.filter(({ integrity }) => !integrity);
		expect(without.length).toBeLessThanOrEqual(33);
		expect(without.filter(({ name }) => existsSync(`node_modules/${name}`))).toEqual([]);
	});

	it("lets only those run a script that package.json names", () => {
		expect(new Set(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name))).toEqual(new Set(Object.keys(allowScripts)));
	});

	it("names no registry", () => {
		expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/);
	});
});

describe("licences", () => {
	it("of all packages are allowed", () => {
		expect(notAllowed(packages).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
	});

	it.each([
		["MIT", "a", true],
		["MIT OR GPL-3.0-only", "a", true],
		["MIT AND GPL-3.0-only", "a", false],
		["(MIT OR Apache-2.0) AND ISC", "a", true],
		["GPL-3.0-only", "a", false],
		["LGPL-3.0-or-later", "a", false],
		["LGPL-3.0-or-later", "@img/sharp-libvips-linux-x64", true],
		["SEE LICENSE IN LICENSE", "a", false],
		["", "a", false],
	])("%j of %s: %s", (licence, name, allowed) => {
		expect(isAllowed(licence, name)).toBe(allowed);
	});

	it("are listed with their packages", () => {
		expect(listLicences(packages)).toMatch(/^MIT: \d+\n {2}\S+ \d/);
		expect(listLicences(packages)).toContain(`\n  hono ${dependencies["hono"]}\n`);
	});
});
