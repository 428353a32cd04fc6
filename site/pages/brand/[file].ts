import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIContext } from "astro";
import { contentFolder } from "#site/lib/content-folder.ts";
import { ContentError } from "#site/lib/finding.ts";
import { site } from "#site/lib/knowledge.ts";

const types: Record<string, string> = { svg: "image/svg+xml", png: "image/png", webp: "image/webp" };

/** The logo of `site.yml`, from the content folder. */
export function getStaticPaths() {
	return site.logo ? [{ params: { file: site.logo } }] : [];
}

export function GET({ params }: APIContext): Response {
	const file = params["file"] ?? "";
	try {
		return new Response(readFileSync(join(contentFolder(), "data", file)), {
			headers: { "content-type": types[file.split(".").pop() ?? ""] ?? "application/octet-stream" },
		});
	} catch {
		throw new ContentError(
			`content/data/site.yml: logo is "${file}", but content/data/${file} does not exist.\n  Why: The header shows it.\n  Do:  Put the file there, or remove the field.`,
		);
	}
}
