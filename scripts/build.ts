import { runCommand } from "./lib/command-line.ts";
import { buildSite } from "./lib/build-site.ts";
import { outFolder } from "./lib/paths.ts";

await runCommand({
	usage: `
npm run build

Builds the site from the content folder (KB_CONTENT, default content/) into dist/ (KB_OUT).
Exit codes: 0 built, 1 a mistake in the content or in the code, 2 wrong use.`,
	options: {},
	async main() {
		await buildSite({ force: true, say: (line) => console.log(line) });
		console.log(`Built into ${outFolder}`);
		return 0;
	},
});
