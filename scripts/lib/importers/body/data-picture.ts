import { createHash } from "node:crypto";
import type { SourceFile } from "../source.ts";

/** Pictures that stand in the text itself. */
const written = /^data:image\/[a-z0-9.+-]+((?:;[^;,]*)*?)(;base64)?,/i;

/** The file that a `data:` address of a picture stands for; undefined for every other address. */
export function dataPicture(url: string): SourceFile | undefined {
	const head = written.exec(url);
	if (!head) return undefined;
	const content = url.slice(head[0].length);
	const sum = createHash("sha256").update(content).digest("hex").slice(0, 8);
	return {
		key: `data:${sum}`,
		name: `picture-${sum}`,
		read: () => Promise.resolve(head[2] ? Buffer.from(content, "base64") : Buffer.from(decodeURIComponent(content))),
	};
}

/** Length of a text without the pictures that stand in it. */
export function lengthOfWords(text: string): number {
	return text.length - text.matchAll(/data:image\/[^\s"'()<>]*/gi).reduce((sum, [picture]) => sum + picture.length, 0);
}
