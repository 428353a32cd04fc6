import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { imageSize } from "image-size";
import { slugOfName } from "../plan/slug.ts";
import type { SourceFile } from "../source.ts";

/** Pictures that the site can show, by what they really are. */
const pictureTypes: Record<string, string> = { png: "png", jpg: "jpg", gif: "gif", webp: "webp", avif: "avif", svg: "svg" };

/** Files that can be offered for download: none that a browser would run on the site's own address. */
const downloads = new Set(
	"pdf csv tsv txt json yml yaml zip gz tgz 7z doc docx xls xlsx ppt pptx odt ods odp rtf mp3 mp4 m4a mov webm ogg wav png jpg jpeg gif webp avif log pem pcap har psd ai eps vsd vsdx drawio key numbers pages apk dmg exe msi deb rpm ps1 sh sql ipynb".split(
		" ",
	),
);

/** Copies the files that articles name into the content folder, each once. */
export interface Assets {
	/**
	 * A picture beside the articles of a folder.
	 * @returns its path from the article. Example: `./images/values-page.png`
	 * @throws Error that says why it cannot be shown
	 */
	picture(file: SourceFile, folder: string): Promise<string>;
	/**
	 * A file to download.
	 * @returns its address. Example: `/files/guides/price-list.pdf`
	 * @throws Error that says why it cannot be offered
	 */
	download(file: SourceFile, folder: string): Promise<string>;
	/** Files that were written, below the content folder. */
	written: ReadonlySet<string>;
}

/** @param out the content folder */
export function createAssets(out: string): Assets {
	const placed = new Map<string, string>();
	const written = new Set<string>();

	function place(folder: string, name: string, extension: string, bytes: Buffer): string {
		const base = slugOfName(name.replace(/\.[^.]*$/, ""));
		const sum = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
		// A second file of the same name and other content gets its sum into its name.
		for (const candidate of [`${base}.${extension}`, `${base}-${sum}.${extension}`]) {
			const path = `${folder}/${candidate}`;
			const file = join(out, path);
			if (existsSync(file) && !readFileSync(file).equals(bytes)) continue;
			if (!existsSync(file)) {
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, bytes);
			}
			written.add(path);
			return candidate;
		}
		throw new Error("two files of the same name and sum");
	}

	async function once(key: string, make: () => Promise<string>): Promise<string> {
		const path = placed.get(key) ?? (await make());
		placed.set(key, path);
		return path;
	}

	return {
		written,
		picture: (file, folder) =>
			once(`${folder}|${file.key}`, async () => {
				const bytes = await file.read();
				return `./images/${place(`articles/${folder}/images`, file.name, pictureType(bytes), bytes)}`;
			}),
		download: (file, folder) =>
			once(`file|${folder}|${file.key}`, async () => {
				const extension = extname(file.name).slice(1).toLowerCase();
				if (!downloads.has(extension)) throw new Error(`files of the type .${extension || "(none)"} are not offered for download`);
				const category = folder.split("/").slice(1).join("/");
				return `/files/${category}/${place(`files/${category}`, file.name, extension, await file.read())}`;
			}),
	};
}

/** Type of a picture by its first bytes. */
function pictureType(bytes: Buffer): string {
	let type: string | undefined;
	try {
		type = imageSize(bytes).type;
	} catch {
		throw new Error("it is no picture, or a damaged one");
	}
	const extension = pictureTypes[type ?? ""];
	if (!extension) throw new Error(`pictures of the type ${type ?? "unknown"} are not shown by every browser; save it as PNG`);
	if (extension === "svg" && /<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY/i.test(bytes.toString("utf8"))) throw new Error("the SVG holds code");
	return extension;
}
