import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accessWarnings } from "#scripts/lib/access-warnings.ts";

const config = (vars: Record<string, string>) =>
	`name = "x"\n[vars]\n${Object.entries(vars)
		.map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`)
		.join("")}`;
const whole = { ACCESS_TEAM_DOMAIN: "https://team.cloudflareaccess.com", ACCESS_AUDIENCE: "aud", ACCESS_MANAGERS: "ada@example.com" };

describe("accessWarnings", () => {
	it("says nothing where all is set", () => {
		expect(accessWarnings(config(whole))).toEqual([]);
		expect(accessWarnings(config({ ...whole, ACCESS_TEAM_DOMAIN: "https://team.cloudflareaccess.com/" }))).toEqual([]);
	});

	it("names what is empty or missing", () => {
		expect(accessWarnings(readFileSync("wrangler.toml", "utf8"))).toEqual(accessWarnings('name = "x"'));
		expect(accessWarnings("")).toMatchInlineSnapshot(`
			[
			  "Warning: ACCESS_TEAM_DOMAIN and ACCESS_AUDIENCE are empty in wrangler.toml.
			  Why: /manage answers 403 to everybody.
			  Do:  Protect /manage with Cloudflare Access, fill in both, then deploy again.",
			]
		`);
		expect(accessWarnings(config({ ...whole, ACCESS_AUDIENCE: "" }))[0]).toContain("Warning: ACCESS_AUDIENCE is empty in wrangler.toml.");
	});

	it.each(["http://team.cloudflareaccess.com", "team.cloudflareaccess.com", "https://team.cloudflareaccess.com/path", "https://a:b@team.cloudflareaccess.com"])(
		"does not take %s for a team's address",
		(domain) => {
			expect(accessWarnings(config({ ...whole, ACCESS_TEAM_DOMAIN: domain }))).toEqual([
				`Warning: ACCESS_TEAM_DOMAIN in wrangler.toml is "${domain}", which is no team's address.\n  Why: /manage answers 403 to everybody.\n  Do:  Write it whole, such as https://team.cloudflareaccess.com, then deploy again.`,
			]);
		},
	);

	it("says what it means that nobody is a manager", () => {
		expect(accessWarnings(config({ ...whole, ACCESS_MANAGERS: "" }))).toMatchInlineSnapshot(`
			[
			  "Warning: ACCESS_MANAGERS is empty in wrangler.toml.
			  Why: Everybody whom Access lets in reads the report; nobody can send a hand-over again or work through the inbox.
			  Do:  List the e-mail addresses of those who may, with commas between, then deploy again.",
			]
		`);
	});
});
