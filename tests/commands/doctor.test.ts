import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { command, copyContent, scratch } from "./command.ts";

const routing = `destinations:
  - { id: desk, type: webhook, urlFrom: DESK_URL, secretFrom: DESK_SECRET }
  - { id: chat, type: slack, urlFrom: CHAT }
categories: {}
otherwise: { team: first line, tier: L1, fallback: L2 }
alerts: [chat]
`;

/** `wrangler.toml` of a centre that is all set up. */
const whole = readFileSync(join(root, "wrangler.toml"), "utf8")
	.replace(/database_id = ".*"/, 'database_id = "11111111-2222-4333-8444-555555555555"')
	.replace(/^id = "0+"/m, 'id = "0123456789abcdef0123456789abcdef"')
	.replace(/^ACCESS_TEAM_DOMAIN = ""/m, 'ACCESS_TEAM_DOMAIN = "https://team.cloudflareaccess.com"')
	.replace(/^ACCESS_AUDIENCE = ""/m, 'ACCESS_AUDIENCE = "audience"')
	.replace(/^ACCESS_MANAGERS = ""/m, 'ACCESS_MANAGERS = "ada@example.com"')
	.replace(/^DESK_WEBHOOK_URL = ""/m, 'DESK_URL = "https://desk.example/hook"');

async function doctor(config: string | null, { args = [], content = routing }: { args?: string[]; content?: string } = {}) {
	const folder = scratch();
	const data = copyContent(folder);
	writeFileSync(join(data, "data/routing.yml"), content);
	if (config !== null) writeFileSync(join(folder, "wrangler.toml"), config);
	const running = command("doctor", ["--config", join(folder, "wrangler.toml"), ...args], { KB_CONTENT: data, KB_STATE: join(folder, "state") });
	const code = await running.ended;
	return { code, output: running.output().trim() };
}

it("says of a centre that is set up that nothing is wrong, and what nobody asked Cloudflare", async () => {
	const { code, output } = await doctor(whole);
	expect(output).not.toContain("WRONG");
	expect(output).toContain('note   DESK_SECRET       Not set here, and Cloudflare was not asked: secretFrom of the destination "desk".');
	expect(output).toContain("ok     Destination desk  webhook; its address is set.");
	expect(output).toContain("ok     Alarms            Sent to chat.");
	expect(output).toMatch(/\nNothing is wrong; \d+ things to know\.$/);
	expect(code).toBe(0);
});

it("says of what is missing what it costs and what to do, and ends with 1", async () => {
	const { code, output } = await doctor(readFileSync(join(root, "wrangler.toml"), "utf8"));
	expect(output).toContain(`  WRONG  DB (D1)           Its id is the placeholder.
                           Why: It is needed for tickets, events and reports.
                           Do:  Run npx wrangler d1 create tier-zero and fill in the id that it prints.
`);
	expect(output).toContain(`  WRONG  Destination desk  DESK_URL is empty.
                           Why: Tickets for it wait, and are given up after 72 hours.
                           Do:  Set it in wrangler.toml (docs/handoff.md); npm run handoff -- test desk tries it.
`);
	expect(output).toContain("note   /manage           ACCESS_TEAM_DOMAIN and ACCESS_AUDIENCE are empty in wrangler.toml.");
	expect(output).toMatch(/\n3 things wrong, \d+ things to know\.$/);
	expect(code).toBe(1);
});

it("prints the same for a program, without any value", async () => {
	const { code, output } = await doctor(`${whole}\n`.replace('DESK_URL = "', 'CHAT = "https://hooks.example/T0/secret"\nDESK_URL = "'), { args: ["--json"] });
	const all = JSON.parse(output) as { area: string; what: string; state: string; found: string }[];
	expect(all.filter(({ state }) => state === "wrong")).toEqual([
		{
			area: "Secrets",
			what: "CHAT",
			state: "wrong",
			found: "It stands in wrangler.toml.",
			why: "Whoever reads the repository has it.",
			todo: "Take it out, change it where it comes from, and run npx wrangler secret put CHAT.",
		},
	]);
	expect(output).not.toContain("hooks.example");
	expect(code).toBe(1);
});

it("says what is wrong with the content's data", async () => {
	const { code, output } = await doctor(whole, { content: routing.replace("type: slack", "type: pigeon") });
	expect(output).toMatch(/WRONG {2}content\/data +It cannot be used\.\n +Why: .*routing\.yml:3:23 error .*"pigeon"/);
	expect(code).toBe(1);
});

it("ends with 2 for what it does not understand", async () => {
	expect(await doctor(null)).toMatchObject({ code: 2, output: expect.stringMatching(/^There is no .*wrangler\.toml\.\n/) });
	expect(await doctor("name = ")).toMatchObject({ code: 2, output: expect.stringContaining("wrangler.toml cannot be read") });
	expect(await doctor(whole, { args: ["now"] })).toMatchObject({ code: 2 });
});
