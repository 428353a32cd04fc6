import * as z from "zod";
import { plural } from "#site/lib/plural.ts";
import type { Finished } from "../processes.ts";
import type { Examine } from "./examined.ts";

/** Runs wrangler with some arguments. */
export type AskWrangler = (args: string[]) => Promise<Finished>;

/** What Cloudflare says of the deployed centre. What it did not say is null, with the reason among the findings. */
export interface Remote {
	secrets: string[] | null;
	pending: string[] | null;
	findings: Examine[];
}

const secretsSchema = z.array(z.object({ name: z.string() }));

function silent(what: string, { output }: Finished): Examine {
	const lines = output.split("\n").map((line) => line.trim());
	const reason = lines.find((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "it said nothing";
	return {
		what,
		state: "wrong",
		found: "Cloudflare did not say.",
		why: reason.slice(0, 200),
		todo: "Run npx wrangler login, or set CLOUDFLARE_API_TOKEN; a Worker must have been deployed once.",
	};
}

function readSecrets(output: string): string[] | null {
	try {
		return secretsSchema.parse(JSON.parse(output.slice(output.indexOf("[")))).map(({ name }) => name);
	} catch {
		return null;
	}
}

/** Asks Cloudflare, by wrangler, which secrets are set and which migrations are missing. Nothing is changed. */
export async function askCloudflare(ask: AskWrangler): Promise<Remote> {
	const listed = await ask(["secret", "list", "--format", "json"]);
	const secrets = listed.code === 0 ? readSecrets(listed.output) : null;
	const migrations = await ask(["d1", "migrations", "list", "DB", "--remote"]);
	const pending = migrations.code === 0 ? [...new Set(migrations.output.match(/\b\d{4}_[\w-]+\.sql\b/g))] : null;
	return {
		secrets,
		pending,
		findings: [
			secrets ? { what: "Secrets", state: "ok", found: `${plural(secrets.length, "secret")} set.` } : silent("Secrets", listed),
			...(pending ? [] : [silent("Database", migrations)]),
		],
	};
}
