import { cpSync, createReadStream, existsSync, rmSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";

/** Folder of the content, and of the site, that holds what readers download: price lists, forms, tables. */
export const filesFolder = "files";

/** Copies the content's downloads into the site. */
export function writeFiles(out: string): void {
	const from = join(contentFolder(), filesFolder);
	rmSync(join(out, filesFolder), { recursive: true, force: true });
	if (existsSync(from)) cpSync(from, join(out, filesFolder), { recursive: true, dereference: false });
}

/** The same in development: hands over a download as it lies in the content folder. */
export function serveFiles(request: IncomingMessage, response: ServerResponse, next: () => void): void {
	const file = fileAt(request.url ?? "");
	if (!file) {
		next();
		return;
	}
	response.setHeader("content-disposition", "attachment");
	createReadStream(file).pipe(response);
}

function fileAt(url: string): string | undefined {
	try {
		const path = normalize(decodeURIComponent(url.split("?")[0] ?? ""));
		if (!path.startsWith(`/${filesFolder}/`)) return undefined;
		const file = join(contentFolder(), path);
		return statSync(file).isFile() ? file : undefined;
	} catch {
		return undefined;
	}
}
