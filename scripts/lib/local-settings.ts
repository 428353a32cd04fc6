import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stateFolder } from "./paths.ts";

/** Secrets of the local installation; made once, readable by their owner only. */
export interface LocalSettings {
	/** Signs hand-overs to the practice desk (Standard Webhooks). */
	deskSecret: string;
	/** Lets `npm run report` read the report. */
	reportToken: string;
}

/** A running local server. */
export interface RunningServer {
	url: string;
	/** Id of its process group. */
	pid: number;
}

const settingsFile = () => join(stateFolder, "settings.json");
const serverFile = () => join(stateFolder, "server.json");

function writePrivate(file: string, value: unknown): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(value, null, "\t"), { mode: 0o600 });
}

/** The settings; made at the first call. */
export function localSettings(): LocalSettings {
	if (!existsSync(settingsFile())) {
		writePrivate(settingsFile(), {
			deskSecret: `whsec_${randomBytes(24).toString("base64")}`,
			reportToken: randomBytes(24).toString("base64url"),
		} satisfies LocalSettings);
	}
	return JSON.parse(readFileSync(settingsFile(), "utf8")) as LocalSettings;
}

/** Tells other commands where the server is. */
export function announceServer(server: RunningServer): void {
	writePrivate(serverFile(), server);
}

export function withdrawServer(): void {
	rmSync(serverFile(), { force: true });
}

/** The server that `npm start` runs now, or null. What a killed one left behind is removed. */
export async function runningServer(): Promise<RunningServer | null> {
	const server = announcedServer();
	if (!server || !groupIsAlive(server.pid)) {
		withdrawServer();
		return null;
	}
	try {
		return (await fetch(`${server.url}/api/health`, { signal: AbortSignal.timeout(3_000) })).ok ? server : null;
	} catch {
		return null;
	}
}

function announcedServer(): RunningServer | null {
	if (!existsSync(serverFile())) return null;
	try {
		return JSON.parse(readFileSync(serverFile(), "utf8")) as RunningServer;
	} catch {
		// Half written: whoever did is gone.
		return null;
	}
}

function groupIsAlive(pid: number): boolean {
	// Signals to the groups 0 and 1 would mean others.
	if (!Number.isInteger(pid) || pid < 2) return false;
	try {
		return process.kill(-pid, 0);
	} catch {
		return false;
	}
}
