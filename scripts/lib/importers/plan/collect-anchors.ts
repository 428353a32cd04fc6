import type { Source } from "../source.ts";

/** Every fragment that some link of a source names, so that those ids are kept and all others are not. */
export async function collectAnchors({ articles }: Pick<Source, "articles">): Promise<Set<string>> {
	const found = new Set<string>();
	for (const article of articles) {
		try {
			const { text } = await article.read();
			for (const [, fragment] of text.matchAll(/(?:["'(<]|\]:[ \t]*<?)[^\s"'()<>]{0,500}#([^\s"'()<>]{1,200})/g)) if (fragment) found.add(decode(fragment));
			// Between quotes, ids may hold brackets and written-out signs: `#Plans&amp;prices(2024)`.
			for (const [, fragment = ""] of text.matchAll(/\bhref\s*=\s*"[^"#]{0,500}#([^"\s<>]{1,200})"/gi)) found.add(decode(fragment.replaceAll("&amp;", "&")));
		} catch {
			// Why it cannot be read is told when it is converted.
		}
	}
	return found;
}

function decode(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
