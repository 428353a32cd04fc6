import { readContentData } from "#site/lib/content-data.ts";
import { createDestination } from "#worker/handoff/connectors.ts";
import { misuse, runCommand } from "./lib/command-line.ts";
import { describeDestination, listDestinations } from "./lib/handoff/describe-destination.ts";
import { describeOutcome } from "./lib/handoff/describe-outcome.ts";
import { readValues } from "./lib/handoff/read-values.ts";
import { makeTestMessage } from "./lib/handoff/test-message.ts";

await runCommand({
	usage: `
npm run handoff -- list             the destinations of routing.yml: what is missing, and whether a ticket can come twice
npm run handoff -- test <name>      sends one ticket, marked as a test, to that destination
  --json                            prints it for a program

Values of variables and secrets come from the environment, from .dev.vars, or from [vars] of wrangler.toml.
How to set up each kind of desk: docs/handoff.md.

Exit codes: 0 done, 1 the desk did not take the ticket, 2 wrong use.`,
	options: { json: { type: "boolean" } },
	async main({ values: { json }, positionals: [action, name, ...more] }) {
		const { routing, site } = readContentData();
		const valueOf = readValues();
		if (action === "list" && name === undefined) {
			const states = routing.destinations.map((settings) => describeDestination(settings, valueOf));
			console.log(json ? JSON.stringify(states, null, "\t") : listDestinations(states));
			return 0;
		}
		if (action !== "test" || name === undefined || more.length > 0) misuse("Say list, or test with the name of one destination.");
		const settings = routing.destinations.find(({ id }) => id === name);
		if (!settings) misuse(`There is no destination "${name}" in routing.yml; there are: ${routing.destinations.map(({ id }) => id).join(", ")}.`);
		const now = Date.now();
		const destination = createDestination(settings, { setting: valueOf, allowLoopback: true, timeoutMs: 10_000 });
		const outcome = await destination.deliver(makeTestMessage({ name: site.name, url: site.url }, routing.otherwise, now), { now, again: false });
		console.log(json ? JSON.stringify(outcome) : describeOutcome(describeDestination(settings, valueOf), outcome));
		return outcome.kind === "delivered" ? 0 : 1;
	},
});
