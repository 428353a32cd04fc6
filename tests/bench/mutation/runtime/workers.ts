import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createDatabase } from "./database.ts";

const assets = "tests/worker/site/public";

/** Keeps texts by their keys, as KV does; nothing runs out. */
function createTexts() {
	const kept = new Map<string, string>();
	return {
		get: async (key: string) => kept.get(key) ?? null,
		put: async (key: string, value: string) => void kept.set(key, value),
		delete: async (key: string) => void kept.delete(key),
	};
}

async function fetchAsset(input: Request | string | URL): Promise<Response> {
	const { pathname } = new URL(input instanceof Request ? input.url : input);
	try {
		return new Response(readFileSync(join(assets, pathname.endsWith("/") ? `${pathname}index.html` : pathname)));
	} catch {
		return new Response(null, { status: 404 });
	}
}

function readMigrations() {
	return globSync("worker/migrations/*.sql")
		.sort()
		.map((file) => ({
			name: basename(file),
			queries: readFileSync(file, "utf8")
				.split(/;\s*(?:\n|$)/)
				.filter((sql) => sql.trim() !== ""),
		}));
}

const unlimited = { limit: async () => ({ success: true }) };

/** Stands in for `cloudflare:workers` where the tests of the outbox run in Node. */
export const env = {
	DB: createDatabase(),
	SALTS: createTexts(),
	ASSETS: { fetch: fetchAsset },
	FILES: createTexts(),
	WRITE_LIMIT: unlimited,
	NETWORK_LIMIT: unlimited,
	MIGRATIONS: readMigrations(),
};
