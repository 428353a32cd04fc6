import { resolve } from "node:path";
import { displayPath } from "./lib/checks/read-content.ts";
import { fail, misuse, runCommand } from "./lib/command-line.ts";
import { run } from "./lib/processes.ts";
import { listLicences, notAllowed } from "./lib/supply-chain/licences.ts";
import { readPackages } from "./lib/supply-chain/packages.ts";
import { writeSafely } from "./lib/write-safely.ts";

await runCommand({
	usage: `
npm run sbom -- [--out FILE] [--production]
npm run sbom -- --licences

Lists every package that the lock file names, with version, checksum and licence, as CycloneDX (JSON). Asks nobody: it reads the lock file.

  --out         where to; without it it is printed
  --production  without packages for development and tests
  --licences    the licences and the packages that have them, as text; 1 when one is not allowed (docs/supply-chain.md)

Exit codes: 0 done, 1 not done or a licence is not allowed, 2 wrong use.`,
	options: { out: { type: "string" }, production: { type: "boolean" }, licences: { type: "boolean" } },
	async main({ values: { out, production = false, licences = false }, positionals }) {
		if (positionals.length > 0) misuse(`"${positionals.join(" ")}" is not understood.`);
		if (licences) {
			const packages = readPackages();
			const wrong = notAllowed(packages);
			console.log(listLicences(packages));
			if (wrong.length > 0) console.error(`\nNot allowed: ${wrong.map(({ name, licence }) => `${name} (${licence || "not said"})`).join(", ")}.`);
			return wrong.length > 0 ? 1 : 0;
		}
		const bill = await makeBill(production);
		if (out === undefined) console.log(bill);
		else {
			writeSafely(resolve(out), `${bill}\n`);
			console.log(`${displayPath(resolve(out))}: ${(JSON.parse(bill) as { components: unknown[] }).components.length} packages.`);
		}
		return 0;
	},
});

interface Bill {
	metadata: { component: { name: string; type: string; "bom-ref": string } };
	components: { name: string; version: string; "bom-ref": string }[];
	dependencies: { ref: string; dependsOn?: string[] }[];
}

/**
 * The bill as npm makes it, which calls the project as its folder; the bill says its name. npm's own way to leave out development also leaves
 * out what both need (`--omit dev`), so that the lock file is asked.
 */
async function makeBill(production: boolean): Promise<string> {
	const { code, output } = await run("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]);
	const from = output.indexOf("{");
	if (code !== 0 || from < 0) return fail(`npm sbom failed.\n\n${output.trim()}`);
	const bill = JSON.parse(output.slice(from, output.lastIndexOf("}") + 1)) as Bill;
	Object.assign(bill.metadata.component, { name: "tier-zero", type: "application" });
	return JSON.stringify(production ? withoutDevelopment(bill) : bill, null, "\t");
}

function withoutDevelopment(bill: Bill): Bill {
	const used = new Set(readPackages().flatMap(({ name, version, dev }) => (dev ? [] : [`${name} ${version}`])));
	const components = bill.components.filter(({ name, version }) => used.has(`${name} ${version}`));
	const refs = new Set([bill.metadata.component["bom-ref"], ...components.map((component) => component["bom-ref"])]);
	const dependencies = bill.dependencies
		.filter(({ ref }) => refs.has(ref))
		.map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((needed) => refs.has(needed)) }));
	return { ...bill, components, dependencies };
}
