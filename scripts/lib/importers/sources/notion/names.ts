import { posix } from "node:path";

/** The number that Notion puts behind a name: 32 hexadecimal digits, with or without hyphens. */
const number = /[ _-]?([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** A name of the export without its number, and the number. Example: `First steps 0123…` → `First steps` and `0123…` */
export function splitName(name: string): { title: string; id: string | undefined } {
	const id = number.exec(name)?.[1];
	return { title: id === undefined ? name : name.replace(number, ""), id: id?.replaceAll("-", "").toLowerCase() };
}

/** Name of a file without folder and ending. */
export function bareName(file: string): string {
	return posix.basename(file).replace(/\.(md|csv)$/i, "");
}

/** The number in an address of Notion; undefined where it names none. */
export function idInAddress(url: string): string | undefined {
	const path = url.replace(/[?#].*$/s, "").replace(/\/+$/, "");
	const last = path.split("/").at(-1) ?? "";
	const id = /(?:^|-)([0-9a-f]{32})$/i.exec(last)?.[1] ?? /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(last)?.[1];
	return id?.replaceAll("-", "").toLowerCase();
}
