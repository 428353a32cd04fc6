import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { root } from "#scripts/lib/paths.ts";

/** Starts a group of two that sleep, in a process that then does what is said. Returns the group's number. */
async function groupOf(then: string): Promise<number> {
	const script = `
		const { startGroup } = await import("#scripts/lib/processes.ts");
		const child = startGroup("bash", ["-c", "sleep 97 & sleep 98; true"]);
		console.log(child.pid);
		${then}`;
	const owner = spawn(process.execPath, ["--input-type=module", "--eval", script], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
	const ended = once(owner, "exit");
	const [line] = (await once(createInterface({ input: owner.stdout }), "line")) as [string];
	await ended;
	return Number(line);
}

const members = (group: number) =>
	execFileSync("ps", ["-eo", "pgid,args"], { encoding: "utf8" })
		.split("\n")
		.filter((line) => line.trim().startsWith(`${group} `) && !line.includes("<defunct>"));

async function left(group: number): Promise<string[]> {
	for (let tries = 0; tries < 50 && members(group).length > 0; tries++) await wait(100);
	return members(group);
}

describe("a group of programs", () => {
	it.each([
		["that process has done its work", "setTimeout(() => process.exit(0), 300);"],
		["it fails", 'setTimeout(() => { throw new Error("on purpose"); }, 300);'],
		["it is told to end", 'process.once("SIGTERM", () => process.exit(143)); setTimeout(() => process.kill(process.pid, "SIGTERM"), 300);'],
	])("ends with the process that started it, when %s", async (_, then) => {
		expect(await left(await groupOf(then))).toEqual([]);
	});
});
