/** A part of the code whose tests are tried: each of its mutants should fail one. */
export interface Core {
	/** Example: `reports: gaps` */
	name: string;
	/** Patterns of the files that are changed; one that begins with `!` takes files out. */
	mutate: string[];
	/** Patterns of unit tests that may notice; of these, those that import one of the files run, in this order. Default: all */
	unit?: string[];
	/** Names of tests of the Worker that run, too: in Node, on a stand-in for its bindings. Default: none */
	worker?: string[];
	/** Minutes it takes alone on two cores, roughly. */
	minutes: number;
}

const query = ["index-files", "read-index", "types"];

/** The pure cores. What takes longer is cut, so that `--only` can run a piece. */
export const cores: Core[] = [
	{
		name: "redaction",
		mutate: ["worker/contract/redaction.ts", "worker/contract/redaction/*.ts", "worker/contract/ordinary-numbers.ts"],
		// Its properties read long texts, again for each mutant.
		unit: ["ordinary", "personal", "corpus"].map((name) => `tests/unit/redaction-${name}.test.ts`),
		minutes: 10,
	},
	{ name: "promise clock", mutate: ["worker/contract/{promise-clock,priority,targets}.ts"], minutes: 2 },
	{
		name: "outbox",
		mutate: ["worker/handoff/{outbox,attempt-delivery,retry-policy,circuit}.ts", "worker/queries/{outbox,destination-health,dead-deliveries}.ts"],
		worker: ["handoff", "handoff-circuit", "handoff-dead", "handoff-notes", "handoff-outbox"],
		minutes: 8,
	},
	{ name: "reports: figures", mutate: ["worker/reports/*.ts"], worker: ["narrowed-reports", "reports"], minutes: 15 },
	{ name: "reports: changes", mutate: ["worker/reports/{anomalies,digest}/*.ts"], worker: ["daily-alert", "digest"], minutes: 15 },
	{ name: "reports: tickets", mutate: ["worker/reports/contact/*.ts"], worker: ["contact-lists", "contact-report"], minutes: 15 },
	{ name: "reports: gaps", mutate: ["worker/reports/gaps/*.ts"], worker: ["search-report"], minutes: 15 },
	{ name: "reports: searches", mutate: ["worker/reports/search/*.ts"], worker: ["search-report"], minutes: 10 },
	{ name: "reports: articles", mutate: ["worker/reports/{articles,freshness}/*.ts"], worker: ["articles-report"], minutes: 10 },
	{ name: "reports: hand-offs", mutate: ["worker/reports/handoffs/*.ts"], worker: ["handoff-dead", "report-pages"], minutes: 5 },
	{ name: "search: questions", mutate: ["site/search/*.ts", "site/search/languages/*.ts", ...query.map((name) => `!site/search/${name}.ts`)], minutes: 15 },
	{ name: "search: index", mutate: ["site/search/{index-files,read-index}.ts", "site/search/build/*.ts"], minutes: 15 },
];
