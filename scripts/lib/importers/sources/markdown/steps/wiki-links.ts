import { slug as githubSlug } from "github-slugger";
import { addressOfFile, type StepContext } from "../site.ts";
import { replaceEach } from "../text/replace-each.ts";

/** `[[Page]]`, `[[Page#Heading|words]]`, `![[picture.png|300]]` as Obsidian and wikis write them; what names nothing stays as it is. */
export function wikiLinks(text: string, { article, library, note }: StepContext): Promise<string> | string {
	if (!text.includes("[[")) return text;
	return replaceEach(text, /(!?)\[\[([^[\]|#\n]{0,300})(?:#([^[\]|\n]{1,200}))?(?:\\?\|([^[\]\n]{1,300}))?\]\]/g, ({ parts, line }) => {
		const [whole = "", embedded, name = "", heading = "", words = ""] = parts;
		const target = name.trim();
		const anchor = heading === "" ? "" : `#${githubSlug(heading.replace(/^\^/, ""))}`;
		if (target === "") return heading === "" ? undefined : `[${words || heading}](${anchor})`;
		const page = library.named(target) ?? library.page(encodeURI(target), article);
		const file = page ?? library.file(encodeURI(target), article) ?? library.fileNamed(target.split("/").at(-1) ?? target);
		if (file === undefined) {
			if (!/^\s|\s$/.test(name)) note("person", `${whole} names no page or file of the import; it is shown as it was written`, line);
			return undefined;
		}
		const picture = page === undefined && embedded === "!";
		if (picture) return `![${/^\d*(x\d*)?$/.test(words) ? "" : words}](${addressOfFile(file)})`;
		if (embedded === "!") note("changed", `${whole} showed another page in this one; it became a link`, line);
		return `[${words || (heading ? `${target} › ${heading}` : (target.split("/").at(-1) ?? target))}](${addressOfFile(file, anchor)})`;
	});
}
