import { existsSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".json": "application/json",
	".svg": "image/svg+xml",
	".xml": "application/xml",
	".txt": "text/plain; charset=utf-8",
	".woff2": "font/woff2",
};

/** The file of a folder that a path of an address means, and its media type where it is known; null where there is none. */
export function folderFile(folder: string, pathname: string): { path: string; file: string; type: string | undefined } | null {
	const path = normalize(decodeURIComponent(pathname));
	const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
	return file.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? { path, file, type: types[extname(file)] } : null;
}
