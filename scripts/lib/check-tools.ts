import { existsSync } from "node:fs";
import { fail } from "./command-line.ts";
import { bin } from "./paths.ts";

const oldestNpm = 10;
const oldestNode = [22, 12] as const;

/** Stops with one clear message where npm or Node are too old, or nothing is installed. */
export function checkTools(userAgent = process.env["npm_config_user_agent"] ?? "", nodeVersion = process.versions.node): void {
	const npm = /\bnpm\/(\d+)(\.[\d.]+)?/.exec(userAgent);
	if (npm && Number(npm[1]) < oldestNpm) {
		fail(`npm ${npm[1]}${npm[2] ?? ""} is too old: npm ${oldestNpm} or newer is needed.\n  Why: Older ones do not install the Node version that this project brings along.\n  Do:  npm install --global npm@11, then npm ci again.`);
	}
	const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
	if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
		fail(`This runs on Node ${nodeVersion}; ${oldestNode.join(".")} or newer is needed.\n  Why: The project brings its own Node, which npm scripts use.\n  Do:  Run npm ci, then use the npm scripts (npm start, npm test …).`);
	}
	if (!existsSync(bin("wrangler"))) fail("The packages are not installed.\n  Do:  Run npm ci first.");
}
