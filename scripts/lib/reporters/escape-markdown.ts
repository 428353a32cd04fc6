import { plainLine } from "#contract/plain-line.ts";

/** Text as text: no markup, no mention of a person, an issue or a change, no link that its writer made up, no new line or cell. */
export function escapeMarkdown(text: string): string {
	return plainLine(text.replace(/\s+/g, " "))
		.replace(/[\\`*_{}[\]<>|#!~&$]/g, "\\$&")
		.replace(/@(?=\w)/g, "@\u200B")
		.replace(/(?<=[#!&$%]|\bgh-)(?=\d)/gi, "\u200B")
		.replace(/:\/\//g, ":\u200B//")
		.replace(/www\./gi, (start) => `${start.slice(0, -1)}\u200B.`)
		.replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, "$1\\$2");
}
