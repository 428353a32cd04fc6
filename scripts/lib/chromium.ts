import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { bin } from "./paths.ts";
import { childEnvironment } from "./processes.ts";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** A browser that is there: named by `CHROMIUM`, on the path, or Playwright's own. */
export function findChromium(): string | null {
	const named = process.env["CHROMIUM"];
	if (named) return named;
	const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	return [...onPath, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/** Command that may install Debian packages without asking, or null. */
function aptCommand(): string[] | null {
	if (spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) return null;
	if (isRoot()) return ["apt-get"];
	return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n", "apt-get"] : null;
}

function attempt(command: string[], say: (line: string) => void): boolean {
	const [program = "", ...args] = command;
	say(`     ${command.join(" ")}`);
	return spawnSync(program, args, { stdio: "ignore", env: { ...childEnvironment(), DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
}

/**
 * Path of a Chromium for the browser tests. Where there is none it gets one, and says so: Debian's package where it may install
 * that, else Playwright's own download. Null when neither could be had.
 */
export function ensureChromium(say: (line: string) => void): string | null {
	const found = findChromium();
	if (found) return found;
	const apt = aptCommand();
	if (apt) {
		say("No browser found: installing Debian's chromium with apt …");
		if (attempt([...apt, "update", "-qq"], say) && attempt([...apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"], say)) return findChromium();
	}
	say("No browser found: asking Playwright for its own …");
	return attempt([bin("playwright"), "install", "chromium"], say) ? findChromium() : null;
}

/** Version of a browser, for the log. */
export function chromiumVersion(path: string): string {
	return execFileSync(path, ["--version", "--no-sandbox"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}
