import { describe, expect, it } from "vitest";
import { everyAnswer, noPagePolicy, referrerPolicy } from "#contract/security-headers.ts";
import { observatoryScore, type Seen } from "../e2e/observatory.ts";

const good: Record<string, string> = { ...everyAnswer, "referrer-policy": referrerPolicy, "content-security-policy": noPagePolicy };
const policy = "default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'";

function scoreOf(changes: Record<string, string | null> = {}, more: Omit<Seen, "headers"> = {}): number {
	const headers = Object.entries({ ...good, ...changes }).filter((header): header is [string, string] => header[1] !== null);
	return observatoryScore({ headers: Object.fromEntries(headers), ...more }).score;
}

describe("the score of the HTTP Observatory", () => {
	it("is 130 for what every answer carries: 10 for the policy, 10 for resources, 5 each for referrers and frames", () => {
		expect(scoreOf()).toBe(130);
	});

	it("is 30 for an answer without any header", () => {
		expect(observatoryScore({ headers: {} }).score).toBe(30);
	});

	it("gives no extra points below 90", () => {
		expect(scoreOf({ "strict-transport-security": null })).toBe(80);
		expect(scoreOf({ "x-content-type-options": null })).toBe(125);
	});

	it.each<[string, string | null, number]>([
		["lets anything run inline", policy.replace("'self'", "'self' 'unsafe-inline'"), 80],
		["lets scripts come from anywhere", policy.replace("'self'", "https:"), 80],
		["says nothing of scripts", "form-action 'self'; frame-ancestors 'none'", 80],
		["evaluates text", policy.replace("'self'", "'self' 'unsafe-eval'"), 90 + 20],
		["loads code over http", `${policy}; connect-src http://a.example`, 80],
		["names a directive twice", `${policy}; form-action 'none'`, 75],
		["has a default that is not none", policy.replace("'none'", "'self'"), 125],
		["lets forms be sent anywhere", policy.replace(" form-action 'self';", ""), 125],
		["is none", null, 75],
	])("counts a content policy that %s", (_, header, score) => {
		expect(scoreOf({ "content-security-policy": header })).toBe(score);
	});

	it("does not mind inline code that is named by its hash, nor WebAssembly", () => {
		expect(scoreOf({ "content-security-policy": policy.replace("'self'", "'self' 'wasm-unsafe-eval' 'sha256-abc='") })).toBe(130);
	});

	it.each<[string, string, number]>([
		["safe", "tier=1; Secure; HttpOnly; SameSite=Strict", 135],
		["without Secure", "tier=1; HttpOnly; SameSite=Strict", 125],
		["of a session without Secure", "session=1; HttpOnly; SameSite=Strict", 90 + 30],
		["of a session that scripts read", "session=1; Secure; SameSite=Strict", 70],
		["of other sites", "tier=1; SameSite=Loose", 80],
	])("counts a cookie that is %s", (_, cookie, score) => {
		expect(scoreOf({}, { cookies: [cookie] })).toBe(score);
	});

	it.each<[string, string, number]>([
		["this site", `<script src="/a.js"></script>`, 130],
		["this site, with a hash", `<script src="/a.js" integrity="sha256-abc"></script>`, 135],
		["others", `<script src="https://cdn.example/a.js"></script>`, 125],
		["others, over whatever", `<script src="//cdn.example/a.js"></script>`, 50],
	])("counts scripts of %s", (_, html, score) => {
		expect(scoreOf({}, { html })).toBe(score);
	});

	it("takes 50 for answers that share a visitor's own data with any site", () => {
		expect(scoreOf({ "access-control-allow-origin": "https://evil.example", "access-control-allow-credentials": "true" })).toBe(50);
		expect(scoreOf({ "access-control-allow-origin": "*" })).toBe(130);
	});
});
