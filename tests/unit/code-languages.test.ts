import { expect, it } from "vitest";
import { highlightedAs } from "#site/integrations/code-languages.ts";

it.each([
	["js", "js"],
	["JavaScript", "javascript"],
	["svg", "svg"],
	["text", "text"],
	["mermaid", "mermaid"],
	["nobody-knows", "plaintext"],
	["{.js}", "plaintext"],
	["meta", "plaintext"],
	["constructor", "plaintext"],
	["__proto__", "plaintext"],
])("shows a listing in %s as %s", (language, shown) => {
	expect(highlightedAs(language)).toBe(shown);
});
