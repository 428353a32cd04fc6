/** A part of the code whose tests are tried: each of its mutants should fail one. */
export interface Core {
	/** Example: `reports: gaps` */
	name: string;
	/** Patterns of the files that are changed; one that begins with `!` takes files out. */
	mutate: string[];
	/** Patterns of the files whose tests run, where only a piece of them is changed. Default: those that are changed */
	whole?: string[];
	/** Patterns of unit tests that may notice; of these, those that import one of the files run, in this order. Default: all */
	unit?: string[];
	/** Names of tests of the Worker that run, too: in Node, on a stand-in for its bindings. Default: none */
	worker?: string[];
	/** About how many minutes all its mutants take where nothing else runs on two cores. */
	minutes: number;
}

/** The pure cores. What takes longer is cut, so that `--only` can run a piece. */
export const cores: Core[] = [
	{
		name: "redaction",
		mutate: ["worker/contract/redaction.ts", "worker/contract/redaction/*.ts", "worker/contract/ordinary-numbers.ts"],
		// Those that read long texts last: they run for what the others did not notice.
		unit: ["forms", "ordinary", "personal", "corpus", "properties"].map((name) => `tests/unit/redaction-${name}.test.ts`),
		minutes: 15,
	},
	{ name: "promise clock", mutate: ["worker/contract/{promise-clock,priority,targets}.ts"], minutes: 2 },
	{
		name: "outbox",
		mutate: ["worker/handoff/{outbox,attempt-delivery,retry-policy,circuit}.ts", "worker/queries/{outbox,destination-health,dead-deliveries}.ts"],
		worker: ["handoff", "handoff-circuit", "handoff-dead", "handoff-notes", "handoff-outbox"],
		minutes: 8,
	},
	{ name: "reports: figures a–n", mutate: ["worker/reports/[a-n]*.ts"], whole: ["worker/reports/*.ts"], worker: ["narrowed-reports", "reports"], minutes: 15 },
	{ name: "reports: figures o–z", mutate: ["worker/reports/[o-z]*.ts"], whole: ["worker/reports/*.ts"], worker: ["narrowed-reports", "reports"], minutes: 15 },
	{ name: "reports: anomalies", mutate: ["worker/reports/anomalies/*.ts"], worker: ["daily-alert"], minutes: 15 },
	{ name: "reports: digest", mutate: ["worker/reports/digest/*.ts"], worker: ["digest"], minutes: 15 },
	{
		name: "reports: tickets a–l",
		mutate: ["worker/reports/contact/[a-l]*.ts"],
		whole: ["worker/reports/contact/*.ts"],
		worker: ["contact-lists", "contact-report"],
		minutes: 15,
	},
	{
		name: "reports: tickets m–z",
		mutate: ["worker/reports/contact/[m-z]*.ts"],
		whole: ["worker/reports/contact/*.ts"],
		worker: ["contact-lists", "contact-report"],
		minutes: 15,
	},
	{
		name: "reports: gaps a–h",
		mutate: ["worker/reports/gaps/[a-h]*.ts"],
		whole: ["worker/reports/gaps/*.ts"],
		worker: ["gaps", "gap-changes", "gap-incidents", "search-report"],
		minutes: 15,
	},
	{
		name: "reports: gaps i–z",
		mutate: ["worker/reports/gaps/[i-z]*.ts"],
		whole: ["worker/reports/gaps/*.ts"],
		worker: ["gaps", "gap-changes", "gap-incidents", "search-report"],
		minutes: 15,
	},
	{ name: "reports: searches", mutate: ["worker/reports/search/*.ts"], worker: ["gaps", "gap-incidents", "search-report"], minutes: 10 },
	{ name: "reports: articles", mutate: ["worker/reports/articles/*.ts"], worker: ["articles-report", "answers-report"], minutes: 10 },
	{ name: "reports: freshness", mutate: ["worker/reports/freshness/*.ts"], worker: ["articles-report", "report-pages", "reports"], minutes: 10 },
	{ name: "reports: hand-offs", mutate: ["worker/reports/handoffs/*.ts"], worker: ["handoff-dead", "report-pages"], minutes: 10 },
	{
		name: "search: questions a–q",
		mutate: ["site/search/[a-q]*.ts", "site/search/languages/*.ts", "!site/search/index-files.ts"],
		whole: ["site/search/**/*.ts"],
		minutes: 15,
	},
	{ name: "search: questions r–z", mutate: ["site/search/[r-z]*.ts", "!site/search/{read-index,types}.ts"], whole: ["site/search/**/*.ts"], minutes: 15 },
	{ name: "search: index", mutate: ["site/search/{index-files,read-index}.ts", "site/search/build/*.ts"], minutes: 15 },
];
