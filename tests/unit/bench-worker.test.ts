import { describe, expect, it } from "vitest";
import { cpuTimeOf } from "../bench/worker/profiler.ts";
import { answeringRoutes } from "../bench/worker/route-names.ts";

const node = (id: number, functionName: string) => ({ id, callFrame: { functionName, url: "file:///worker.js", lineNumber: 41 } });

describe("the CPU time of a profile", () => {
	const nodes = [node(1, "(root)"), node(2, "parse"), node(3, "(idle)")];

	it("is what its samples stand for, without the time in which nothing ran", () => {
		const { busy, top } = cpuTimeOf({ nodes, samples: [2, 3, 2, 1], timeDeltas: [200, 200, 200, 200] });
		expect([busy, top]).toEqual([0.4, [{ name: "parse worker.js:42", ms: 0.4 }]]);
	});

	it("does not count the pause before a request", () => {
		expect(cpuTimeOf({ nodes, samples: [2, 2, 2], timeDeltas: [200, 90_000, 200] }).busy).toBeCloseTo(0.8);
		expect(cpuTimeOf({ nodes, samples: [2, 2], timeDeltas: [90_000, 90_000] }, 200).busy).toBeCloseTo(0.8);
	});
});

describe("the routes of an app", () => {
	const route = (method: string, path: string, name = "[handler]", isMiddleware = false) => ({ method, path, name, isMiddleware });

	it("are those that answer, each once", () => {
		const routes = [
			route("ALL", "/*", "requestLog", true),
			route("POST", "/api/events"),
			route("POST", "/api/events"),
			route("ALL", "/api/events", "refuseMethod"),
			route("ALL", "/mcp"),
			route("ALL", "/api/*"),
		];
		expect(answeringRoutes(routes)).toEqual(["POST /api/events", "ALL /mcp"]);
	});
});
