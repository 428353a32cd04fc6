import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startPracticeDesk } from "#scripts/lib/practice-desk.ts";
import { command, copyContent, scratch } from "./command.ts";

const secret = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;

async function handoff(args: string[], env: Record<string, string> = {}, destinations = "") {
	const content = copyContent(scratch());
	if (destinations !== "")
		writeFileSync(join(content, "data/routing.yml"), `destinations:\n${destinations}categories: {}\notherwise: { team: first line, tier: L1, fallback: L2 }\n`);
	const running = command("handoff", args, { KB_CONTENT: content, ...env });
	return { code: await running.ended, output: running.output().trim() };
}

async function practiceDesk() {
	const desk = await startPracticeDesk(secret);
	onTestFinished(desk.close);
	return { desk, env: { DESK_URL: desk.url, DESK_SECRET: secret } };
}

it("sends a ticket that says that it is a test, and tells its number at the desk", async () => {
	const { desk, env } = await practiceDesk();
	const { code, output } = await handoff(["test", "desk"], env);
	expect(output).toBe("desk (webhook) took the test ticket; its number there is DESK-1001.\n  Do:  Look at it there, then close it.");
	expect(code).toBe(0);
	expect(desk.tickets.map(({ data }) => data)).toMatchObject([{ test: true, reference: "TZ-TEST-0000", priority: "P5", team: "first line" }]);
});

it("says why the desk did not take it, and what to do", async () => {
	const { env } = await practiceDesk();
	expect(await handoff(["test", "desk"], { ...env, DESK_SECRET: `whsec_${btoa("wrong")}` })).toEqual({
		code: 1,
		output:
			"desk (webhook) did not take the test ticket.\n  Why: The desk refused the credentials (401).\n  Do:  Compare address, secret and ids in routing.yml with docs/handoff.md; the desk refuses the same for customers' tickets.",
	});
	expect(await handoff(["test", "desk"], { ...env, DESK_SECRET: "" })).toEqual({
		code: 1,
		output:
			"desk (webhook) did not take the test ticket.\n  Why: The destination's address or secret is not configured.\n  Do:  Give DESK_SECRET a value, in the environment or in .dev.vars.",
	});
	expect(await handoff(["test", "desk", "--json"], { ...env, DESK_URL: "http://127.0.0.1:1/" })).toEqual({
		code: 1,
		output: '{"kind":"retry","reason":"the desk could not be reached"}',
	});
});

it("lists the destinations with what they need and promise, and never a value", async () => {
	const destinations = `  - { id: desk, type: webhook, urlFrom: DESK_URL, secretFrom: DESK_SECRET, updateSecretFrom: DESK_UPDATES }
  - { id: zen, type: zendesk, urlFrom: ZEN_URL, userFrom: ZEN_USER, secretFrom: ZEN_TOKEN }
  - { id: mail, type: email, from: desk@example.com, to: team@example.com }
  - { id: chat, type: slack, urlFrom: CHAT }
`;
	const { code, output } = await handoff(["list"], { DESK_URL: "https://desk.example/", DESK_SECRET: secret, ZEN_URL: "https://zen.example/" }, destinations);
	expect(output).toMatchInlineSnapshot(`
		"desk (webhook)  ·  set up  ·  a ticket stands there once
		zen (zendesk)  ·  not set up: ZEN_USER, ZEN_TOKEN missing  ·  a ticket stands there once
		mail (email)  ·  sends by the binding MAIL of the deployed Worker  ·  at least once: a ticket may come twice
		chat (slack)  ·  not set up: CHAT missing  ·  at least once: a ticket may come twice"
	`);
	expect(code).toBe(0);
	expect(output).not.toContain(secret);
});

it("refuses a destination that is not there, and words it does not know", async () => {
	expect(await handoff(["test", "desc"])).toMatchObject({
		code: 2,
		output: expect.stringContaining('There is no destination "desc" in routing.yml; there are: desk.'),
	});
	expect(await handoff(["test"])).toMatchObject({ code: 2, output: expect.stringContaining("Say list, or test with the name of one destination.") });
	expect(await handoff(["send", "desk"])).toMatchObject({ code: 2 });
});
