import { posix } from "node:path";
import type { Finding } from "#site/lib/finding.ts";
import type { ImageFile } from "../image-file.ts";
import type { Article, Content, Image, Rule } from "../model.ts";
import { isOwnPicture, picturePath } from "../pictures.ts";
import { error, warning } from "../report.ts";

/** What the site can show, by the extension of the file. */
const types: Record<string, string[]> = {
	".jpg": ["jpg"],
	".jpeg": ["jpg"],
	".png": ["png"],
	".gif": ["gif"],
	".webp": ["webp"],
	".svg": ["svg"],
	".avif": ["avif", "heif"],
	".tif": ["tiff"],
	".tiff": ["tiff"],
};

/** Bytes. */
const heavy = 300_000;
const tooHeavy = 5_000_000;
/** Pixels: twice the width of an article on a large screen. */
const widest = 2400;

/** images/unreadable: a file is the picture that it says it is. images/size: it is not too heavy. images/unused: an article shows it. */
export const imageFiles: Rule = (content) => {
	const uses = new Map<string, { article: Article; image: Image }>();
	for (const article of content.articles) {
		for (const image of article.body?.images ?? []) {
			const path = isOwnPicture(image.url) ? picturePath(article, image.url) : undefined;
			if (path !== undefined && content.files.has(path) && !uses.has(path)) uses.set(path, { article, image });
		}
	}
	return [...[...uses].flatMap(([path, use]) => checkFile(path, use, content)), ...unused(new Set(uses.keys()), content)];
};

function checkFile(path: string, { article, image }: { article: Article; image: Image }, content: Content): Finding[] {
	const file = content.image(path);
	if (!file) return [];
	const wrong = wrongType(path, image, file);
	if (wrong) return [error("images/unreadable", article, image, { ...wrong, why: "It would stop the build, or readers would see a broken picture." })];
	return size(article, image, file);
}

function wrongType(path: string, { url }: Image, { picture }: ImageFile): Pick<Finding, "what" | "remedy"> | undefined {
	const extension = posix.extname(path).toLowerCase();
	const expected = types[extension];
	if (!expected) {
		return { what: `the site cannot show ${url}`, remedy: `Save the picture in one of these formats: ${Object.keys(types).join(", ")}.` };
	}
	if (!picture) {
		const sizeless = extension === ".svg" ? " or has neither a viewBox nor a width and height" : "";
		return { what: `${url} is no picture${sizeless}`, remedy: "Open it in a picture program and save it again, or put the right file in its place." };
	}
	if (expected.includes(picture.type)) return undefined;
	return {
		what: `${url} says it is ${extension.slice(1)}, but is ${picture.type}`,
		remedy: `Rename the file and the link to .${picture.type}, or save it again as ${extension.slice(1)}.`,
	};
}

function size(article: Article, image: Image, { bytes, picture }: ImageFile): Finding[] {
	if (bytes > tooHeavy) {
		return [
			error("images/size", article, image, {
				what: `${image.url} weighs ${(bytes / 1e6).toFixed(1)} MB; allowed: ${tooHeavy / 1e6} MB`,
				why: "Readers on the road would wait for it and pay for it, and every copy of the centre carries it.",
				remedy: "Make it smaller, or show it as a video.",
			}),
		];
	}
	if (!picture || picture.type === "svg") return [];
	const reasons = [
		...(bytes > heavy ? [`weighs ${Math.round(bytes / 1000)} kB; at most ${heavy / 1000} kB are good`] : []),
		...(picture.width > widest ? [`is ${picture.width} pixels wide; at most ${widest} are good`] : []),
	];
	if (reasons.length === 0) return [];
	return [
		warning("images/size", article, image, {
			what: `${image.url} ${reasons.join(", and ")}`,
			why: "The picture is the heaviest part of the page; readers on the road wait for it.",
			remedy: "Cut it to what matters, make it smaller, or save a screenshot as WebP.",
		}),
	];
}

function unused(used: Set<string>, { articles, files, display }: Content): Finding[] {
	// What an article that cannot be read shows, nobody knows.
	const unread = articles.filter(({ body }) => body === undefined).map(({ text }) => text);
	return [...files]
		.filter((path) => /^articles\/(?:.+\/)?images\/(?:.+\/)?[^/.][^/]*$/.test(path) && !used.has(path))
		.filter((path) => !unread.some((text) => text.includes(posix.basename(path))))
		.map((path) =>
			warning(
				"images/unused",
				{ file: display(path) },
				{ line: 1, column: 1 },
				{
					what: "no article shows this file",
					why: "Everybody who opens the folder has to find out whether it is still needed.",
					remedy: "Show it in an article, or delete it.",
				},
			),
		);
}
