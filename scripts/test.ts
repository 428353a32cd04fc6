import { misuse, runCommand } from "./lib/command-line.ts";
import { runStages } from "./lib/test-stages.ts";
import { stages } from "./lib/test-plan.ts";

const names = stages.map((stage) => stage.name);

await runCommand({
	usage: `
npm test                     everything
npm test -- <stage…>         only these: ${names.join(", ")}
npm run test:all             everything, and pictures of every page at four widths
npm run test:pictures        only these pictures; with -- --accept what is seen becomes what is compared with

Ends with one line: N passed, N failed. Exit codes: 0 all passed, 1 something failed, 2 wrong use.`,
	options: { all: { type: "boolean" }, accept: { type: "boolean" } },
	async main({ values, positionals }) {
		const unknown = positionals.find((name) => !names.includes(name));
		if (unknown) misuse(`There is no stage "${unknown}"; stages: ${names.join(", ")}.`);
		if (values.accept && positionals.join() !== "pictures") misuse("Only pictures can be accepted: npm run test:pictures -- --accept");
		if (values.accept) process.env["ACCEPT_PICTURES"] = "1";
		const chosen = stages.filter((stage) => (positionals.length > 0 ? positionals.includes(stage.name) : values.all || !stage.onlyAll));
		const { passed, failed, failures, flaky } = await runStages(chosen, (line) => console.log(line));
		if (flaky.length > 0) console.log(`Passed only at a second try:\n${flaky.join("\n")}\n`);
		if (failures.length > 0) console.log(`Failed:\n${failures.join("\n")}\n`);
		console.log(`${passed} passed, ${failed} failed`);
		return failed === 0 ? 0 : 1;
	},
});
