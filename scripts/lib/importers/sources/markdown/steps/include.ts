import type { StepContext } from "../site.ts";

/** Deepest chain of includes, and the longest text that one article's includes may add up to. In characters. */
const deepest = 10;
const longest = 2_000_000;

/**
 * Puts the text of a file in place of what names it.
 * @param expand puts in what that text includes itself
 * @returns undefined where it was refused; why has been noted
 * @throws Error when an article's includes add up to more than an article can hold
 */
export type Include = (
	file: string | undefined,
	line: number,
	expand: (text: string, again: Include) => string | Promise<string>,
) => Promise<string | undefined>;

/** Makes an includer for one article, which refuses circles and endless growth. */
export function createIncluder({ article, library, note }: StepContext): Include {
	let total = 0;
	return within([article.key], 1);

	function within(chain: string[], from: number): Include {
		return async (file, line, expand) => {
			// Inside an include lines are those of another file; the report names the line of the article that began it.
			const at = chain.length === 1 ? line : from;
			if (file === undefined) return undefined;
			if (chain.includes(file)) {
				refuse(`an include leads round in a circle and was left out: ${[...chain.slice(chain.indexOf(file)), file].join(" → ")}`, at);
				return;
			}
			if (chain.length > deepest) {
				refuse(`${file} was left out: includes lie more than ${deepest} deep`, at);
				return;
			}
			const text = await library.text(file);
			if (text === undefined) {
				refuse(`${file}, which is included here, is not in the import`, at);
				return;
			}
			total += text.length;
			if (total > longest) throw new Error(`what it includes adds up to more than ${longest} characters`);
			return expand(text, within([...chain, file], at));
		};
	}

	function refuse(what: string, line: number): string | undefined {
		note("person", what, line);
		return undefined;
	}
}
