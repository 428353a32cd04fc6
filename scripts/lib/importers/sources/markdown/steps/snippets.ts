import type { StepContext } from "../site.ts";
import { replaceEach } from "../text/replace-each.ts";
import { createIncluder, type Include } from "./include.ts";

/** `--8<-- "file.md"` of MkDocs: the file's text comes here. */
export async function snippets(text: string, context: StepContext): Promise<string> {
	return text.includes("-8<-") ? expand(text, createIncluder(context), context) : text;
}

async function expand(text: string, include: Include, { article, library }: Pick<StepContext, "article" | "library">): Promise<string> {
	return replaceEach(
		text,
		/^([ \t]*)-+8<-+[ \t]+"([^"\n]{1,500})"[ \t]*$/gm,
		async ({ parts: [, indent = "", path = ""], line }) => {
			const file = library.file(encodeURI(`/${path}`), article) ?? path;
			const part = await include(file, line, (inner, again) => expand(inner, again, { article, library }));
			return part === undefined ? undefined : indent + part.trim().replaceAll("\n", `\n${indent}`);
		},
		{ inCode: true },
	);
}
