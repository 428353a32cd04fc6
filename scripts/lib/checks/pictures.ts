import { posix } from "node:path";
import { decodePercent } from "#contract/old-addresses.ts";
import type { Article } from "./model.ts";

/** Whether a path ends like that of a picture. */
export function isPicture(path: string): boolean {
	return /\.(svg|png|jpe?g|webp|avif|gif|tiff?)$/i.test(path);
}

/** Path below the content folder of a picture that an article names. */
export function picturePath({ path }: Pick<Article, "path">, url: string): string {
	return posix.normalize(posix.join(posix.dirname(path), decodePercent(url)));
}

/** Whether a picture is named by a path, not by an address of the web or of the site. */
export function isOwnPicture(url: string): boolean {
	return url !== "" && !/^([a-z]+:|\/)/i.test(url);
}
