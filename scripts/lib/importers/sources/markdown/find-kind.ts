import type { Tree } from "../../tree/tree.ts";

/** The generators whose trees are known; `plain` is every other, MkDocs and Obsidian among them. */
export type KindName = "starlight" | "docusaurus" | "jekyll" | "hugo" | "plain";

/** Where a generator's project lies in a tree. */
export interface FoundKind {
	kind: KindName;
	/** Folder of its configuration, without slash at the end; empty for the tree itself. */
	project: string;
}

const signs: [KindName, RegExp][] = [
	["docusaurus", /^docusaurus\.config\.[cm]?[jt]s$/],
	["starlight", /^astro\.config\.[cm]?[jt]s$|^src\/content\/docs\/.+/],
	["hugo", /^(?:hugo\.(?:toml|ya?ml|json)|config\/_default\/.+|archetypes\/.+|(?:config\.(?:toml|ya?ml|json)))$/],
	["jekyll", /^(?:_config\.ya?ml|_posts\/.+|_layouts\/.+|_includes\/.+)$/],
];

/** Finds out what a tree was made for, by its configuration: in the tree itself, else one or two folders below. */
export function findKind({ files }: Pick<Tree, "files">, wanted?: KindName): FoundKind {
	for (const depth of [0, 1, 2]) {
		for (const [kind, sign] of signs) {
			if (wanted !== undefined && kind !== wanted) continue;
			for (const file of files) {
				const parts = file.split("/");
				if (parts.length <= depth || !sign.test(parts.slice(depth).join("/"))) continue;
				const project = parts.slice(0, depth).join("/");
				const inside = project === "" ? "" : `${project}/`;
				// Other tools have a config.toml too; Hugo's stands beside a folder of content.
				if (kind === "hugo" && /^config\./.test(parts[depth] ?? "") && !files.some((other) => other.startsWith(`${inside}content/`))) continue;
				if (kind === "starlight" && !files.some((other) => other.startsWith(`${inside}src/content/`))) continue;
				return { kind, project };
			}
		}
	}
	return { kind: wanted ?? "plain", project: "" };
}
