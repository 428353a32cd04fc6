// The way into every command. Plain JavaScript, so that an old Node can still say what is wrong.
import { existsSync } from "node:fs";

const oldestNpm = 10;
const oldestNode = [22, 18];

/** What is wrong with the tools, or null. */
function problem() {
	const npm = /\bnpm\/(\d+)([\d.]*)/.exec(process.env["npm_config_user_agent"] ?? "");
	if (npm && Number(npm[1]) < oldestNpm) {
		return `npm ${npm[1]}${npm[2]} is too old: npm ${oldestNpm} or newer is needed.\n  Why: Older ones do not install the Node version that this project brings along.\n  Do:  npm install --global npm@11, then npm ci again.`;
	}
	if (!existsSync(new URL("../node_modules/wrangler", import.meta.url))) return "The packages are not installed.\n  Do:  Run npm ci first.";
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
		return `This runs on Node ${process.versions.node}; ${oldestNode.join(".")} or newer is needed.\n  Why: The project brings its own Node, which npm scripts use.\n  Do:  Run npm ci, then use the npm scripts (npm start, npm test …).`;
	}
	return null;
}

const [, , name, ...args] = process.argv;
const message = problem();
if (message) {
	console.error(message);
	process.exitCode = 1;
} else {
	process.argv = [process.argv[0], `npm run ${name}`, ...args];
	await import(`./${name}.ts`);
}
