import { parse } from "smol-toml";
import * as z from "zod";

const named = z.object({ binding: z.string().default(""), id: z.string().default(""), queue: z.string().default(""), name: z.string().default("") });

/** What the doctor reads of `wrangler.toml`; everything may be missing. */
const configSchema = z.object({
	vars: z.record(z.string(), z.unknown()).default({}),
	assets: z.object({ binding: z.string().default(""), run_worker_first: z.array(z.string()).default([]) }).prefault({}),
	d1_databases: z.array(named.extend({ database_id: z.string().default(""), migrations_dir: z.string().default("") })).default([]),
	kv_namespaces: z.array(named).default([]),
	r2_buckets: z.array(named.extend({ bucket_name: z.string().default("") })).default([]),
	queues: z.object({ producers: z.array(named).default([]), consumers: z.array(named).default([]) }).prefault({}),
	ratelimits: z.array(named).default([]),
	send_email: z.array(named).default([]),
	analytics_engine_datasets: z.array(named).default([]),
	ai: named.optional(),
	triggers: z.object({ crons: z.array(z.string()).default([]) }).prefault({}),
	observability: z
		.object({
			enabled: z.boolean().default(false),
			logs: z.object({ enabled: z.boolean().default(true), invocation_logs: z.boolean().default(true) }).prefault({}),
		})
		.prefault({}),
});

export type Config = z.output<typeof configSchema>;

/** Reads `wrangler.toml`. @throws Error in the words of the parser */
export function readConfig(text: string): Config {
	return configSchema.parse(parse(text));
}

/** Value of a variable as it stands in the file; empty where it does not. */
export function valueIn({ vars }: Config, name: string): string {
	const value = vars[name];
	return typeof value === "string" ? value.trim() : "";
}
