import type { Package } from "./packages.ts";

/** Licences that ask for nothing but their text, or for the source of changed files of the package itself. */
const allowed = new Set([
	"0BSD",
	"Apache-2.0",
	"BlueOak-1.0.0",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"CC0-1.0",
	"ISC",
	"MIT",
	"MPL-2.0",
	"OFL-1.1",
	"Python-2.0",
	"Unlicense",
]);

/** What is allowed for some packages only, and why. */
const exceptions: { name: RegExp; licence: string; because: string }[] = [
	{
		name: /^@img\/sharp-/,
		licence: "LGPL-3.0-or-later",
		because: "libvips, a library of its own beside sharp: used unchanged while the site is built, part of nothing that is published",
	},
];

/** Whether a licence expression (SPDX, without nesting) may be used by a package. */
export function isAllowed(expression: string, name: string): boolean {
	const one = (licence: string) => allowed.has(licence) || exceptions.some((exception) => exception.licence === licence && exception.name.test(name));
	return expression
		.replaceAll(/[()]/g, "")
		.split(" AND ")
		.every((part) => part.split(" OR ").some((licence) => one(licence.trim())));
}

/** Packages whose licence nobody has allowed, or nobody says. */
export function notAllowed(packages: readonly Package[]): Package[] {
	return packages.filter(({ licence, name }) => !isAllowed(licence, name));
}

/** Licences and the packages that have them, the most frequent first. */
export function listLicences(packages: readonly Package[]): string {
	const groups = [...Map.groupBy(packages, ({ licence }) => licence)].sort(([, a], [, b]) => b.length - a.length);
	return groups
		.map(
			([licence, those]) =>
				`${licence || "(not said)"}: ${those.length}\n${those.map(({ name, version, dev }) => `  ${name} ${version}${dev ? " (development)" : ""}`).join("\n")}`,
		)
		.join("\n\n");
}
