import { posix } from "node:path";
import type { Article } from "./model.ts";
import { decodeAddress } from "./report.ts";

/** Whether a path ends like that of a picture. */
export function isPicture(path: string): boolean {
	return /\.(svg|png|jpe?g|webp|avif|gif|tiff?)$/i.test(path);
}

/** Path below the content folder of a picture that an article names. */
export function picturePath({ path }: Article, url: string): string {
	return posix.normalize(posix.join(posix.dirname(path), decodeAddress(url)));
}

/** Whether a picture is named by a path, not by an address of the web or of the site. */
export function isOwnPicture(url: string): boolean {
	return url !== "" && !/^([a-z]+:|\/)/i.test(url);
}
