import { decodePercent } from "#contract/old-addresses.ts";

const folders = ["manage", "api/reports", "api/deliveries"];

/** How often a path may have been encoded on its way here: once more than anything sensible does. */
const rounds = 4;

/** A segment without what servers here and there leave out: parameters, endings, spaces, control characters, dots at its end. Example: `Manage.html;x` is `manage` */
function bare(segment: string): string {
	return (
		segment
			.toLowerCase()
			// eslint-disable-next-line no-control-regex -- a null byte ends a name on some systems
			.replaceAll(/[\s\u0000-\u001f\u007f]+/g, "")
			.replace(/[;?#:~%.].*$/, "")
	);
}

/**
 * Whether a path may be meant for the manager's pages or their API, however it is spelt: in other letters, encoded more than once, with doubled
 * slashes, backslashes, dots, endings, parameters. Such an address is refused alike, and so tells nobody whether there is something.
 */
export function meansProtected(path: string): boolean {
	let plain = path;
	for (let round = 0; round < rounds; round++) plain = decodePercent(plain);
	const segments: string[] = [];
	for (const segment of plain.normalize("NFKC").replaceAll("\\", "/").split("/")) {
		if (segment === "..") segments.pop();
		else if (bare(segment) !== "") segments.push(bare(segment));
	}
	const all = `${segments.join("/")}/`;
	return folders.some((folder) => all.startsWith(`${folder}/`));
}
