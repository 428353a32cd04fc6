import type { Place } from "#site/lib/finding.ts";

/** Lines outside code blocks; others are empty, and code in a line is blanked, so that columns stay. */
function proseLines(text: string): string[] {
	let fence = "";
	return text.split("\n").map((line) => {
		const marker = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
		if (fence !== "" || marker !== "") {
			if (fence === "") fence = marker;
			else if (marker.startsWith(fence)) fence = "";
			return "";
		}
		return line.replace(/(`+)[^`]*\1|\\[{}<]/g, (code) => " ".repeat(code.length));
	});
}

/** The first `{` that is not closed before the next empty line. */
export function findUnclosedBrace(text: string): Place | undefined {
	const lines = proseLines(text);
	for (const [index, line] of lines.entries()) {
		const end = lines.findIndex((other, at) => at > index && other.trim() === "");
		const rest = lines.slice(index + 1, end === -1 ? undefined : end).join("\n");
		for (const { index: column } of line.matchAll(/\{/g)) {
			if (!`${line.slice(column)}\n${rest}`.includes("}")) return { line: index + 1, column: column + 1 };
		}
	}
	return undefined;
}

/** The first tag with a quote that is not closed in its line. */
export function findUnclosedQuote(text: string): Place | undefined {
	for (const [index, line] of proseLines(text).entries()) {
		const tag = /<[A-Za-z]\w*(?:\s+[\w-]+="[^"]*")*\s+[\w-]+="[^"]*$/.exec(line);
		if (tag) return { line: index + 1, column: tag.index + 1 };
	}
	return undefined;
}
