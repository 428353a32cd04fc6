import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "../paths.ts";

const entrySchema = z.object({
	version: z.string().default(""),
	license: z.string().optional(),
	integrity: z.string().optional(),
	dev: z.boolean().default(false),
	optional: z.boolean().default(false),
	hasInstallScript: z.boolean().default(false),
	optionalDependencies: z.record(z.string(), z.string()).default({}),
});
const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });
const manifestSchema = z.object({
	license: z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]).optional(),
	licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** A package of the lock file. */
export interface Package {
	name: string;
	version: string;
	/** SPDX expression; empty where nobody says. */
	licence: string;
	/** Only for development and tests; nothing of it is in the site or the Worker. */
	dev: boolean;
	/** May be missing: of another platform than this one. */
	optional: boolean;
	/** Checksum that `npm ci` compares; null where the lock file has none. */
	integrity: string | null;
	/** Runs a script when it is installed. */
	hasInstallScript: boolean;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

function installedLicence(path: string): string | undefined {
	const file = join(root, path, "package.json");
	if (!existsSync(file)) return undefined;
	const { license, licenses } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
	return license ?? licenses?.map(({ type }) => type).join(" OR ");
}

/** Every package of the lock file with its licence, as the package itself says; one of another platform has that of the package it belongs to. */
export function readPackages(): Package[] {
	const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
	const entries = Object.entries(packages).filter(([path]) => path !== "");
	const own = (path: string) => installedLicence(path) ?? packages[path]?.license;
	function licenceOfParent(name: string): string | undefined {
		const parent = entries.find(([, { optionalDependencies }]) => Object.hasOwn(optionalDependencies, name));
		return parent && own(parent[0]);
	}
	return entries.map(([path, { version, dev, optional, integrity, hasInstallScript }]) => {
		const name = nameOf(path);
		return { name, version, licence: own(path) ?? licenceOfParent(name) ?? "", dev, optional, integrity: integrity ?? null, hasInstallScript };
	});
}
