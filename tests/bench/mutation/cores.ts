/** A part of the code whose tests are tried: each of its mutants should fail one. */
export interface Core {
	/** Example: `reports: gaps` */
	name: string;
	/** Patterns of the files that are changed; one that begins with `!` takes files out. */
	mutate: string[];
	/** Patterns of the tests that may notice; of these, those that import one of the files run. */
	tests: string[];
	/** Minutes it takes alone on two cores. */
	minutes: number;
	/** Whether tests of the Worker run, too: in Node, on a stand-in for its bindings. Default: false */
	worker?: boolean;
}

const unit = ["tests/unit/*.test.ts"];

/** The pure cores. What takes longer is cut, so that `--only` can run a piece. */
export const cores: Core[] = [
	{
		name: "redaction",
		mutate: ["worker/contract/redaction.ts", "worker/contract/redaction/*.ts", "worker/contract/ordinary-numbers.ts"],
		tests: ["tests/unit/{redaction,learn}*.test.ts"],
		minutes: 8,
	},
	{ name: "promise clock", mutate: ["worker/contract/promise-clock.ts", "worker/contract/priority.ts", "worker/contract/targets.ts"], tests: unit, minutes: 2 },
	{
		name: "outbox",
		mutate: ["worker/handoff/{outbox,attempt-delivery,retry-policy,circuit}.ts", "worker/queries/{outbox,destination-health,dead-deliveries}.ts"],
		tests: ["tests/unit/retry-policy.test.ts", "tests/worker/handoff*.test.ts"],
		minutes: 8,
		worker: true,
	},
	{ name: "reports: figures", mutate: ["worker/reports/*.ts", "!worker/reports/{overview,report}*.ts"], tests: unit, minutes: 5 },
	{ name: "reports: gaps", mutate: ["worker/reports/gaps/*.ts"], tests: unit, minutes: 10 },
	{ name: "reports: changes", mutate: ["worker/reports/{anomalies,digest}/*.ts"], tests: unit, minutes: 10 },
	{ name: "reports: tickets", mutate: ["worker/reports/contact/*.ts"], tests: unit, minutes: 10 },
	{
		name: "search: questions",
		mutate: ["site/search/*.ts", "site/search/languages/*.ts", "!site/search/{index-files,read-index,types}.ts"],
		tests: unit,
		minutes: 15,
	},
	{ name: "search: index", mutate: ["site/search/{index-files,read-index}.ts", "site/search/build/*.ts"], tests: unit, minutes: 15 },
];
