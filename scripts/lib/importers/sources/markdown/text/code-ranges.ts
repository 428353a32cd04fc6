/** Where the code of a Markdown text lies: from the first character of each fence or backtick to after the last, in order. */
export function codeRanges(text: string): [number, number][] {
	const ranges: [number, number][] = [];
	let offset = 0;
	let fence: { sign: string; start: number } | undefined;
	for (const line of text.split("\n")) {
		const end = offset + line.length;
		const sign = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence) {
			if (sign?.startsWith(fence.sign) && /^[ \t>]*(`+|~+)[ \t]*$/.test(line)) {
				ranges.push([fence.start, end]);
				fence = undefined;
			}
		} else if (sign && (sign.startsWith("~") || !line.slice(line.indexOf(sign) + sign.length).includes("`"))) fence = { sign, start: offset };
		else for (const [from, to] of inlineCode(line)) ranges.push([offset + from, offset + to]);
		offset = end + 1;
	}
	if (fence) ranges.push([fence.start, text.length]);
	return ranges;
}

function inlineCode(line: string): [number, number][] {
	if (!line.includes("`")) return [];
	const runs = [...line.matchAll(/`+/g)];
	const next = new Map<number, number>();
	const partner: (number | undefined)[] = [];
	for (let index = runs.length - 1; index >= 0; index -= 1) {
		const length = runs[index]?.[0].length ?? 0;
		partner[index] = next.get(length);
		next.set(length, index);
	}
	const ranges: [number, number][] = [];
	for (let index = 0; index < runs.length; index += 1) {
		const [run, closing] = [runs[index], partner[index]];
		const end = closing === undefined ? undefined : runs[closing];
		if (!run || !end || closing === undefined) continue;
		ranges.push([run.index, end.index + end[0].length]);
		index = closing;
	}
	return ranges;
}
