import fc from "fast-check";
import { exportJWK, exportSPKI, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { toBase64Url } from "#worker/lib/encoding.ts";
import { audience, makeKeys, Team, type Keys } from "./access-team.ts";
import { expectProblem, setClock, type Settings } from "./support.ts";

/** A page that is quick to make. */
const page = "/manage/audit";
let current: Keys;
let next: Keys;
let team: Team;

beforeAll(async () => {
	[current, next] = await Promise.all([makeKeys(), makeKeys()]);
});
beforeEach(() => {
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	team = new Team(current);
});

const statusOf = async (claims: JWTPayload) => (await team.visitAs(claims, page)).status;
const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

describe("a token of Cloudflare Access", () => {
	it("lets a person through, and a program with a service token", async () => {
		expect(await statusOf({})).toBe(200);
		expect(await statusOf({ email: undefined, common_name: "0123456789abcdef.access", sub: "" })).toBe(200);
	});

	it("opens the report's API, too", async () => {
		expect((await team.visitAs({}, "/api/reports/overview")).status).toBe(200);
	});

	it.each([
		["a list with this application in it", { aud: ["another", audience] }, 200],
		["this application as a text", { aud: audience }, 200],
		["another application", { aud: ["another"] }, 403],
		["an application whose name begins alike", { aud: [`${audience}x`] }, 403],
		["an empty list", { aud: [] }, 403],
		["no application", { aud: undefined }, 403],
		["a list of lists", { aud: [[audience]] as unknown as string[] }, 403],
		["another team", { iss: "https://evil.cloudflareaccess.com" }, 403],
		["this team by another scheme", { iss: "http://team.cloudflareaccess.com" }, 403],
		["no team", { iss: undefined }, 403],
		["no end", { exp: undefined }, 403],
		["an end that is no number", { exp: "tomorrow" as unknown as number }, 403],
		["nobody's name", { email: undefined }, 403],
		["an empty name", { email: "", common_name: "" }, 403],
		["a name that is no text", { email: ["boss@example.com"] as unknown as string }, 403],
	])("with %s answers as it must", async (_, claims: JWTPayload, status) => {
		expect(await statusOf(claims)).toBe(status);
	});

	it("may be 30 seconds early or late, and no more", async () => {
		expect(await statusOf({ exp: seconds(-20) })).toBe(200);
		expect(await statusOf({ exp: seconds(-40) })).toBe(403);
		expect(await statusOf({ nbf: seconds(20) })).toBe(200);
		expect(await statusOf({ nbf: seconds(40) })).toBe(403);
	});

	it("ends when it says, in the middle of a visit", async () => {
		const token = await team.sign();
		expect((await team.visit(page, token)).status).toBe(200);
		setClock(Date.now() + 331_000);
		expect((await team.visit(page, token)).status).toBe(403);
	});

	const forgeries: [string, () => Promise<string | null>][] = [
		["no token", async () => null],
		["an empty token", async () => ""],
		["something that is no token", async () => "a.b.c"],
		["two tokens at once", async () => `${await team.sign()}, ${await team.sign()}`],
		["a token signed by another key under the same key id", async () => team.sign({}, { kid: current.kid, pair: next.pair })],
		["a token signed by a key that the team does not have", async () => team.sign({}, next)],
		["a token without a signature", async () => new UnsecuredJWT(team.claims()).encode()],
		["a token that says it needs no signature, with one", async () => (await team.sign()).replace(/^[^.]+/, btoa('{"alg":"none"}').replaceAll("=", ""))],
		[
			"a token signed with the public key as a password",
			async () =>
				new SignJWT(team.claims())
					.setProtectedHeader({ alg: "HS256", kid: current.kid })
					.sign(new TextEncoder().encode(await exportSPKI(current.pair.publicKey))),
		],
		[
			"a token signed by the right key in another way",
			async () =>
				new SignJWT(team.claims())
					.setProtectedHeader({ alg: "PS256", kid: current.kid })
					.sign(await importJWK(await exportJWK(current.pair.privateKey), "PS256")),
		],
		[
			"a token that brings its own key",
			async () =>
				new SignJWT(team.claims())
					.setProtectedHeader({ alg: "RS256", kid: "mine", jwk: await exportJWK(next.pair.publicKey), jku: "https://evil.example/certs" })
					.sign(next.pair.privateKey),
		],
		[
			"a token whose claims were changed",
			async () => {
				const [head, , signature] = (await team.sign({ email: "viewer@example.com" })).split(".");
				return `${head}.${btoa(JSON.stringify(team.claims())).replaceAll("=", "")}.${signature}`;
			},
		],
	];
	it.each(forgeries)("is refused when it is %s", async (_, forge) => {
		await expectProblem(await team.visit(page, await forge()), 403, "forbidden");
	});

	it("is refused, never a failure, whatever it holds", async () => {
		const part = fc.oneof(
			fc.string(),
			fc.json().map((text) => toBase64Url(new TextEncoder().encode(text))),
			fc.base64String().map((text) => text.replaceAll("=", "")),
		);
		const printable = /^[\t\u0020-\u007e]*$/;
		await fc.assert(
			fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), async (parts) => {
				const token = parts.join(".");
				fc.pre(printable.test(token));
				expect((await team.visit(page, token)).status).toBe(403);
			}),
			{ numRuns: 200 },
		);
	});

	it("counts in Access's own header only: a cookie or a bearer comes past Access, too", async () => {
		const token = await team.sign();
		const elsewhere: Record<string, string>[] = [{ cookie: `CF_Authorization=${token}` }, { authorization: `Bearer ${token}` }, { "cf-access-token": token }];
		for (const headers of elsewhere)
			for (const path of [page, "/manage", "/api/reports/overview"]) expect((await team.visit(path, null, { headers })).status).toBe(403);
	});
});

describe("the keys of the team", () => {
	const visit = async (keys: Keys = current) => (await team.visit(page, await team.sign({}, keys))).status;

	it("are asked for at the team's address, once for many visits", async () => {
		expect([await visit(), await visit(), await visit()]).toEqual([200, 200, 200]);
		expect(team.asked).toEqual([`${team.domain}/cdn-cgi/access/certs`]);
	});

	it("are asked for again when a token names a new one; the old one holds while it is listed, and no longer", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		expect(await visit(current)).toBe(200);
		setClock(start + 60_000);
		team.keys = [next, current];
		expect([await visit(next), await visit(current)]).toEqual([200, 200]);
		expect(team.asked).toHaveLength(2);
		setClock(start + 12 * 60_000);
		team.keys = [next];
		expect([await visit(current), await visit(next)]).toEqual([403, 200]);
	});

	it("are not asked for more than every 30 seconds, however many unknown ones are named", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		await visit();
		for (let second = 1; second <= 29; second++) {
			setClock(start + second * 1000);
			expect(await visit(next)).toBe(403);
		}
		expect(team.asked).toHaveLength(1);
		setClock(start + 31_000);
		expect(await visit(next)).toBe(403);
		expect(team.asked).toHaveLength(2);
	});

	const outages: [string, () => Response | Promise<Response>][] = [
		["cannot be reached", () => Promise.reject(new TypeError("no network"))],
		["answer with an error", () => new Response("down", { status: 502 })],
		["are elsewhere", () => Response.redirect("https://evil.example/certs")],
		["are no JSON", () => new Response("<html>")],
		["are no keys", () => Response.json({ keys: "none" })],
	];
	it.each(outages)("that %s let nobody through, and say that it is not the person's fault", async (_, answer) => {
		team.answer = answer;
		const refused = await team.visitAs({}, page);
		expect(refused.headers.get("retry-after")).toBe("30");
		const { title, detail } = await expectProblem(refused, 503, "sign-in-unavailable");
		expect(`${title} ${detail}`).toBe("We cannot check right now who you are. Nothing was changed. Try again in a minute.");
		expect((await team.visitAs({}, page, { method: "POST" })).status).toBe(503);
		await expectProblem(await team.visit(page, null), 403, "forbidden");
	});

	it("that cannot be reached any more do not outlive their ten minutes", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		expect(await visit()).toBe(200);
		team.answer = () => new Response("down", { status: 502 });
		setClock(start + 9 * 60_000);
		expect(await visit()).toBe(200);
		setClock(start + 11 * 60_000);
		expect(await visit()).toBe(503);
	});
});

describe("the settings of Access", () => {
	const wrong: [string, Settings][] = [
		["no team", { ACCESS_TEAM_DOMAIN: "" }],
		["no audience", { ACCESS_AUDIENCE: "" }],
		["neither", { ACCESS_TEAM_DOMAIN: "", ACCESS_AUDIENCE: "" }],
		["a team without https", { ACCESS_TEAM_DOMAIN: "http://team.cloudflareaccess.com" }],
		["a team without a scheme", { ACCESS_TEAM_DOMAIN: "team.cloudflareaccess.com" }],
		["a team with a path", { ACCESS_TEAM_DOMAIN: "https://team.cloudflareaccess.com/path" }],
		["a team with a password", { ACCESS_TEAM_DOMAIN: "https://a:b@team.cloudflareaccess.com" }],
		["something else", { ACCESS_TEAM_DOMAIN: "our team" }],
	];
	it.each(wrong)("with %s let nobody through, and ask nobody", async (_, env) => {
		const token = await team.sign({ iss: env.ACCESS_TEAM_DOMAIN ?? team.domain });
		await expectProblem(await team.visit(page, token, { env }), 403, "forbidden");
		expect(team.asked).toEqual([]);
	});

	it("may end in a slash", async () => {
		expect((await team.visit(page, await team.sign(), { env: { ACCESS_TEAM_DOMAIN: `${team.domain}/` } })).status).toBe(200);
	});
});
