import { posix } from "node:path";
import type { Finding } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import type { Article, Content, Image, Rule } from "../model.ts";
import { picturePath } from "../pictures.ts";
import { error, warning } from "../report.ts";

/** images/exists: the file is there. images/alt: its text too. images/alt-words: it says something. images/remote: it comes from this site. */
export const images: Rule = (content) =>
	content.articles.flatMap((article) => (article.body?.images ?? []).flatMap((image) => [...checkFile(article, image, content), ...checkAlt(article, image)]));

function checkFile(article: Article, image: Image, { files, display, meant: guess }: Content): Finding[] {
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
	const path = picturePath(article, image.url);
	if (files.has(path)) return [];
	const meant = similarPicture(article, image.url, guess.picture(path));
	return [
		error("images/exists", article, image, {
			what: `the picture ${image.url || "(no address)"} does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
			why: "One missing picture stops the whole build.",
			remedy: meant ? `Write ${meant}` : `Save the picture as ${display(path)}, or correct the path.`,
		}),
	];
}

/** How an article names the picture that was probably meant, unless it is called quite otherwise. */
function similarPicture(article: Article, url: string, found: string | undefined): string | undefined {
	if (found === undefined) return undefined;
	const path = posix.relative(posix.dirname(article.path), found);
	const written = path.startsWith(".") ? path : `./${path}`;
	return posix.basename(found) === posix.basename(url) ? written : nearest(url, [written]);
}

function checkAlt(article: Article, image: Image): Finding[] {
	const alt = image.alt.trim();
	if (alt !== "") return altWords(article, image, alt);
	return [
		error("images/alt", article, image, {
			what: `the picture ${image.url} has no alt text`,
			why: "Readers who cannot see it are told nothing; search finds pictures by it.",
			remedy: "Say between the square brackets what the picture shows: ![The Values page with …](…)",
		}),
	];
}

const longestAlt = 250;
const emptyWords =
	/^(an? |the |my |our )?(image|picture|photo|graphic|figure|illustration|icon|diagram|screen ?shot|screen ?grab|img|pic|untitled|alt( text)?)s?([ _-]?\d+)?\.?$/i;

/** Alt text is there and tells a reader nothing, or too much. */
function altWords(article: Article, image: Image, alt: string): Finding[] {
	const remedy = "Say what the picture shows and why it is here: ![The Values page with …](…)";
	if (alt.length > longestAlt) {
		return [
			warning("images/alt-words", article, image, {
				what: `the alt text of ${image.url} has ${alt.length} characters; at most ${longestAlt} are good`,
				why: "A screen reader reads it in one breath; nobody can stop or go back in it.",
				remedy: "Keep what the picture shows, and move the rest into the text.",
			}),
		];
	}
	const name = posix.basename(image.url, posix.extname(image.url));
	const isFileName = /\.(svg|png|jpe?g|webp|avif|gif|tiff?)$/i.test(alt) || (/[-_\d]/.test(name) && alt.toLowerCase() === name.toLowerCase());
	if (!isFileName && !emptyWords.test(alt)) return [];
	return [
		warning("images/alt-words", article, image, {
			what: `the alt text of ${image.url} is "${alt}"${isFileName ? ", a file name" : ", which says nothing of what it shows"}`,
			why: "Readers who cannot see the picture hear these words instead of it.",
			remedy,
		}),
	];
}
