import type { Config } from "./config.ts";
import type { Examine } from "./examined.ts";

const placeholder = /^[0-]*$/;

/** One binding: whether it is there, and whether its id is one of an account. */
function binding(what: string, purpose: string, found: { id?: string } | undefined, create: string): Examine {
	if (!found)
		return { what, state: "wrong", found: "It is not bound.", why: `It is needed for ${purpose}.`, todo: "Take its block over from wrangler.toml as it came." };
	if (found.id !== undefined && placeholder.test(found.id))
		return {
			what,
			state: "wrong",
			found: "Its id is the placeholder.",
			why: `It is needed for ${purpose}.`,
			todo: `Run ${create} and fill in the id that it prints.`,
		};
	return { what, state: "ok", found: `Bound, for ${purpose}.` };
}

function present(what: string, there: boolean, ok: string, missing: Omit<Examine, "what" | "state">): Examine {
	return there ? { what, state: "ok", found: ok } : { what, state: "wrong", ...missing };
}

/** Bindings, schedule and logs of `wrangler.toml`. */
export function examineBindings(config: Config): Examine[] {
	const { d1_databases, kv_namespaces, r2_buckets, queues, ratelimits, assets, triggers, observability } = config;
	const database = d1_databases.find(({ binding: name }) => name === "DB");
	const salts = kv_namespaces.find(({ binding: name }) => name === "SALTS");
	const wake = queues.producers.find(({ binding: name }) => name === "WAKE");
	const consumed = wake !== undefined && queues.consumers.some(({ queue }) => queue === wake.queue);
	const limits = ["WRITE_LIMIT", "NETWORK_LIMIT"].filter((limit) => !ratelimits.some(({ name }) => name === limit));
	const open = ["/manage", "/manage/*", "/manage.html", "/api/*"].filter((path) => !assets.run_worker_first.includes(path));
	return [
		binding("DB (D1)", "tickets, events and reports", database && { id: database.database_id }, "npx wrangler d1 create tier-zero"),
		binding("SALTS (KV)", "the daily salts of visitors", salts && { id: salts.id }, "npx wrangler kv namespace create SALTS"),
		binding("FILES (R2)", "files of tickets", r2_buckets.find(({ binding: name }) => name === "FILES") && {}, "npx wrangler r2 bucket create tier-zero-files"),
		present("WAKE (queue)", consumed, "Sent to and read by this Worker.", {
			found: wake ? `Nobody reads the queue "${wake.queue}".` : "It is not bound.",
			why: "Events and tickets go on only once a minute, by cron.",
			todo: "Bind one queue as producer WAKE and as consumer; npx wrangler queues create tier-zero-wake makes it.",
		}),
		present("ASSETS", assets.binding === "ASSETS", "The built site.", {
			found: "The built site is not bound as ASSETS.",
			why: "The Worker reads its settings from it.",
			todo: 'Write binding = "ASSETS" under [assets].',
		}),
		present("Rate limits", limits.length === 0, "A visitor and a network have a limit each.", {
			found: `${limits.join(" and ")} ${limits.length > 1 ? "are" : "is"} not bound.`,
			why: "Every write fails without them.",
			todo: "Take the [[ratelimits]] blocks over from wrangler.toml as it came.",
		}),
		present("run_worker_first", open.length === 0, "The Worker stands before the manager's pages and its API.", {
			found: `It lacks ${open.join(", ")}.`,
			why: "A file of that name would be served without asking who wants it.",
			todo: "Add them to run_worker_first.",
		}),
		present("Schedule", triggers.crons.includes("* * * * *"), "Jobs run every minute.", {
			found: 'The schedule "* * * * *" is missing.',
			why: "Hand-overs that failed are not tried again, nothing is removed in time, and no alarm goes out.",
			todo: 'Write crons = ["* * * * *"] under [triggers].',
		}),
		observability.enabled && observability.logs.enabled
			? {
					what: "Logs",
					state: observability.logs.invocation_logs ? "note" : "ok",
					found: observability.logs.invocation_logs ? "Cloudflare keeps a line of its own for each request." : "The Worker's own lines are kept.",
					...(observability.logs.invocation_logs && {
						why: "It holds whole addresses, with what was searched and links to tickets.",
						todo: "Write invocation_logs = false under [observability.logs].",
					}),
				}
			: {
					what: "Logs",
					state: "note",
					found: "No log is kept.",
					why: "What failed can only be seen while somebody watches with npx wrangler tail.",
					todo: "Write enabled = true under [observability].",
				},
	];
}
