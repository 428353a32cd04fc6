import { posix } from "node:path";
import type { Finding } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import type { Article, Content, Image, Rule } from "../model.ts";
import { decodeAddress, error } from "../report.ts";

/** images/exists: the file is there. images/alt: its text too. images/remote: it comes from this site. */
export const images: Rule = (content) =>
	content.articles.flatMap((article) => (article.body?.images ?? []).flatMap((image) => [...checkFile(article, image, content), ...checkAlt(article, image)]));

function checkFile(article: Article, image: Image, { files, display }: Content): Finding[] {
	if (/^([a-z]+:|\/\/)/i.test(image.url)) {
		return [
			error("images/remote", article, image, {
				what: `the picture ${image.url} comes from another site`,
				why: "Every reader's address would be told to that site, and the picture can vanish.",
				remedy: "Save it in the images folder beside the article and write ./images/<name>.",
			}),
		];
	}
	if (image.url.startsWith("/")) {
		return [
			error("images/exists", article, image, {
				what: `the picture ${image.url} is not named by a relative path`,
				why: "Pictures are kept beside the article, so that they move and are checked with it.",
				remedy: "Write ./images/<name>.",
			}),
		];
	}
	const folder = posix.dirname(article.path);
	const path = posix.normalize(posix.join(folder, decodeAddress(image.url)));
	if (files.has(path)) return [];
	const near = [...files]
		.filter((file) => /\.(svg|png|jpe?g|webp|avif|gif)$/i.test(file))
		.map((file) => posix.relative(folder, file))
		.map((file) => (file.startsWith(".") ? file : `./${file}`));
	const meant = nearest(image.url, near);
	return [
		error("images/exists", article, image, {
			what: `the picture ${image.url || "(no address)"} does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
			why: "One missing picture stops the whole build.",
			remedy: meant ? `Write ${meant}` : `Save the picture as ${display(path)}, or correct the path.`,
		}),
	];
}

function checkAlt(article: Article, image: Image): Finding[] {
	if (image.alt.trim() !== "") return [];
	return [
		error("images/alt", article, image, {
			what: `the picture ${image.url} has no alt text`,
			why: "Readers who cannot see it are told nothing; search finds pictures by it.",
			remedy: "Say between the square brackets what the picture shows: ![The Values page with …](…)",
		}),
	];
}
