import { posix } from "node:path";

/** Joins parts of a path below the tree; what would lead out of it stays in it. */
export function joined(...parts: string[]): string {
	const path = posix.normalize(parts.filter(Boolean).join("/"));
	return path === "."
		? ""
		: path
				.replace(/^(\.\.\/|\/)+/, "")
				.replace(/^\.\.$/, "")
				.replace(/\/$/, "");
}

/** An address of parts of a path, encoded, with a slash at both ends. Example: `["docs", "first steps"]` → `/docs/first%20steps/` */
export function addressOfParts(parts: string[]): string {
	return `/${parts.map((part) => `${encodeURI(part).replaceAll("#", "%23").replaceAll("?", "%3F")}/`).join("")}`;
}

/** Parts of a path; none of an empty one. */
export function partsOf(path: string): string[] {
	return path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
}

/** Parts of an address that an author wrote, decoded and without `.html`. */
export function partsOfAddress(address: string): string[] {
	return partsOf(address.replace(/[?#].*$/, "").replace(/\.html?$/i, "")).map((part) => {
		try {
			return decodeURIComponent(part);
		} catch {
			return part;
		}
	});
}

/** A path for an article that stands at an address: the last part of the root's is `index`. */
export function pathAt(parts: string[]): string[] {
	return parts.length === 0 ? ["index"] : parts;
}

/** The path of an address of a site, as a configuration names it: without host and slash at the end. */
export function basePath(address: string | undefined): string {
	const path = address === undefined ? "" : URL.canParse(address) ? new URL(address).pathname : address;
	return path === "" || path === "/" ? "" : `/${partsOf(path).join("/")}`;
}

/** Scheme and host of an address; undefined where it has none. */
export function originOf(address: string | undefined): string | undefined {
	return address !== undefined && /^https?:/.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
}
