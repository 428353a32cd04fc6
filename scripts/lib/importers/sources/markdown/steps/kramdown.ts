import type { StepContext } from "../site.ts";
import { codeRanges } from "../text/code-ranges.ts";
import { replaceEach } from "../text/replace-each.ts";
import { closeTag, openTag } from "../text/tags.ts";

const alone = /^[ \t]*\{:[ \t]*([^{}\n]*)\}[ \t]*$/;
const kinds = /^(note|tip|hint|info|important|warning|caution|danger|error|success|highlight|new|alert|attention)(-title)?$/;

/** Attribute lists of kramdown, `{: .note }`: callouts and names of headings come along, the rest is layout. */
export async function kramdown(text: string, { note }: Pick<StepContext, "note">): Promise<string> {
	if (!text.includes("{:")) return text;
	const lines = text.split("\n");
	const inCode = linesOfCode(text);
	for (const [index, line] of lines.entries()) {
		const list = inCode.has(index) ? undefined : alone.exec(line)?.[1];
		if (list === undefined) continue;
		lines[index] = "";
		const kind = /\.([\w-]+)/g;
		const callout = [...list.matchAll(kind)].map(([, name = ""]) => kinds.exec(name)).find(Boolean);
		const block = blockAt(lines, index, inCode);
		if (callout && block) wrap(lines, block, callout[1] ?? "note", callout[2] !== undefined);
		else if (/^:?toc\b/.test(list) && block) lines.fill("", block.from, block.to + 1);
		else if (/#([\w:.-]+)/.test(list) && block && /^#{1,6}\s/.test(lines[block.from] ?? ""))
			lines[block.from] = `${lines[block.from] ?? ""} {#${/#([\w:.-]+)/.exec(list)?.[1] ?? ""}}`;
		else if (!/^(:?toc|\.no_toc|:\/?comment|:?\/?nomarkdown|\.text-|\.fs-|\.d-|\.mb-|\.btn)/.test(list.trim()))
			note("changed", `the attributes {:${list}} were left out`, index + 1);
	}
	const settled = await replaceEach(
		lines.join("\n"),
		/(#{1,6}[ \t][^\n{]*)\{:[ \t]*[^{}\n]*#([\w:.-]+)[^{}\n]*\}/g,
		({ parts: [, heading = "", id = ""] }) => `${heading}{#${id}}`,
	);
	return replaceEach(settled, /\{::?(?!\})[^{}\n]{0,300}\}/g, () => "");
}

/** The block that an attribute list belongs to: the one right below it when nothing stands right above, else the one above. */
function blockAt(lines: string[], index: number, inCode: ReadonlySet<number>): { from: number; to: number } | undefined {
	const blank = (at: number) => (lines[at] ?? "").trim() === "";
	if (blank(index - 1) && !blank(index + 1)) {
		let to = index + 1;
		while (to + 1 < lines.length && (!blank(to + 1) || (inCode.has(to) && inCode.has(to + 1)))) to += 1;
		return { from: index + 1, to };
	}
	if (blank(index - 1)) return undefined;
	let from = index - 1;
	while (from > 0 && (!blank(from - 1) || (inCode.has(from) && inCode.has(from - 1)))) from -= 1;
	return { from, to: index - 1 };
}

/** Puts a block into a callout; a quotation loses its signs, and with `-title` its first paragraph is the title. */
function wrap(lines: string[], { from, to }: { from: number; to: number }, kind: string, hasTitle: boolean): void {
	const block = lines.slice(from, to + 1);
	const quoted = block.every((line) => /^[ \t]*>/.test(line) || line.trim() === "");
	const inner = quoted ? block.map((line) => line.replace(/^[ \t]*>[ \t]?/, "")) : block;
	const title = hasTitle ? inner.shift() : undefined;
	const prefix = quoted ? "" : (/^[ \t]*/.exec(inner[0] ?? "")?.[0] ?? "");
	lines.splice(
		from,
		block.length,
		...pad([openTag("callout", { kind, title }, prefix) + inner.join("\n").trimStart() + closeTag("callout", prefix)], block.length),
	);
}

/** As many entries as before, so that the places of the lines that follow stay. */
function pad(entries: string[], length: number): string[] {
	return [...entries, ...Array<string>(length - entries.length).fill("")];
}

function linesOfCode(text: string): ReadonlySet<number> {
	const found = new Set<number>();
	const ranges = codeRanges(text);
	let offset = 0;
	let range = 0;
	for (const [index, line] of text.split("\n").entries()) {
		while ((ranges[range]?.[1] ?? Infinity) <= offset) range += 1;
		const [from = Infinity, to = 0] = ranges[range] ?? [];
		if (from <= offset && offset < to && (to - from > line.length || from < offset)) found.add(index);
		offset += line.length + 1;
	}
	return found;
}
