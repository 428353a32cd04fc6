import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DestinationType } from "#contract/destinations.ts";
import { root } from "#scripts/lib/paths.ts";
import { connectorsModule } from "#scripts/lib/write-routing.ts";
import { connectors } from "#worker/handoff/connectors.ts";
import { makeDestination } from "#worker/handoff/make-destination.ts";

const types = Object.keys(connectors) as DestinationType[];

describe("the connectors of a deployed Worker", () => {
	it("are those of its routing, each once", () => {
		expect(connectorsModule(["zendesk", "webhook", "zendesk"])).toMatchInlineSnapshot(`
			"import { createWebhook } from "#worker/handoff/destinations/webhook.ts";
			import { createZendesk } from "#worker/handoff/destinations/zendesk.ts";

			export const connectors = { webhook: createWebhook, zendesk: createZendesk };
			"
		`);
	});

	it.each(types)("are found by the type of the destination: %s", (type) => {
		const [, name = "", file = ""] = /import \{ (\w+) \} from "#worker\/(.+)";/.exec(connectorsModule([type])) ?? [];
		expect(connectors[type].name).toBe(name);
		expect(existsSync(join(root, "worker", file)) && readFileSync(join(root, "worker", file), "utf8").includes(`export function ${name}(`)).toBe(true);
	});

	it("say so where a destination is of a kind that was left out", () => {
		const settings = { id: "desk", type: "webhook", urlFrom: "URL", secretFrom: "SECRET" } as const;
		expect(() => makeDestination({}, settings, { setting: () => "", allowLoopback: false, timeoutMs: 1, mail: undefined })).toThrow(
			"the Worker was made without the connector webhook: deploy again after a change of routing.yml",
		);
	});
});
