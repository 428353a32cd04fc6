import { replaceEach } from "../text/replace-each.ts";

/** A link or picture whose address holds a space, or a size after it, and perhaps a title. */
const unusual =
	/(!?\[[^\]\n]{0,500}\])\(([^\s()<>"\n][^()<>"\n]{0,500}?(?:\([^()<>"\n]{0,200}\)[^()<>"\n]{0,200}?)?)([ \t]+=\d*%?x\d*%?)?([ \t]+"[^"\n]*")?[ \t]*\)/g;

/** `![x](my picture.png =200x)` and `[x](my file.md)` are no links to Markdown; other readers follow them all the same. */
export function destinations(text: string): Promise<string> | string {
	if (!text.includes("](")) return text;
	return replaceEach(text, unusual, ({ parts: [, label = "", address = "", size = "", title = ""] }) => {
		const spaced = /\s/.test(address) && /\.[a-z0-9]{2,5}(?:[?#]\S*)?$|^\.{0,2}\//i.test(address.trim());
		if (!spaced && size === "") return undefined;
		return `${label}(${address.trim().replace(/\s/g, "%20")}${title})`;
	});
}
