import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDevelopment, networkPrefix, readNetwork } from "#worker/lib/network.ts";

describe("the network of an address", () => {
	it.each([
		["203.0.113.7", "203.0.113"],
		["203.0.113.255", "203.0.113"],
		["127.0.0.1", "127.0.0"],
		["::ffff:203.0.113.7", "203.0.113"],
		["::FFFF:203.0.113.7", "203.0.113"],
		["2001:db8:1:2:3:4:5:6", "2001:db8:1"],
		["2001:DB8:1:ffff::1", "2001:db8:1"],
		["2001:0db8:0001::", "2001:db8:1"],
		["2001:db8::1", "2001:db8:0"],
		["2001:db8::", "2001:db8:0"],
		["2001::5:6", "2001:0:0"],
		["2001::2:3:4:5:6:7", "2001:0:2"],
		["::1", "0:0:0"],
		["::", "0:0:0"],
		["::1:2:3:4:5:6", "0:0:1"],
		["fe80::1%eth0", "fe80:0:0"],
		["unknown", "unknown"],
		["", ""],
	])("%s is in %s", (address, prefix) => {
		expect(networkPrefix(address)).toBe(prefix);
	});

	it("is the same however an IPv6 address is written", () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 }), (groups) => {
				const long = groups.map((group) => group.toString(16).padStart(4, "0").toUpperCase()).join(":");
				const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
				expect(networkPrefix(short)).toBe(networkPrefix(long));
				expect(networkPrefix(long)).toBe(
					groups
						.slice(0, 3)
						.map((group) => group.toString(16))
						.join(":"),
				);
			}),
		);
	});
});

describe("development", () => {
	it.each([
		["development", "http://localhost:8787/", true],
		["development", "http://127.0.0.1/", true],
		["development", "http://[::1]:1/", true],
		["development", "https://help.example.com/", false],
		["development", "https://localhost.example.com/", false],
		["production", "http://localhost:8787/", false],
		["", "http://localhost/", false],
	])("mode %s at %s: %s", (mode, url, expected) => {
		expect(isDevelopment({ MODE: mode }, new URL(url))).toBe(expected);
	});
});

describe("who sends a request", () => {
	const headers = { "cf-connecting-ip": "203.0.113.7", "x-dev-network": "198.51.100.1", "user-agent": "Browser/1", "sec-gpc": "1" };
	const read = (url: string, mode: string, given: Record<string, string> = headers) => readNetwork(new Request(url, { headers: given }), { MODE: mode });

	it("is read from the platform's header when deployed, and overrides are ignored", () => {
		expect(read("https://help.example.com/x", "production")).toEqual({
			prefix: "203.0.113",
			userAgent: "Browser/1",
			host: "help.example.com",
			privacyControl: true,
		});
		expect(read("https://help.example.com/x", "development").prefix).toBe("203.0.113");
	});

	it("is read from the development header on this machine, where anybody could set the platform's", () => {
		expect(read("http://localhost:8787/x", "development").prefix).toBe("198.51.100");
		expect(read("http://localhost:8787/x", "development", { "cf-connecting-ip": "203.0.113.7" }).prefix).toBe("127.0.0");
	});

	it("is one unknown network without any address", () => {
		expect(read("https://help.example.com/x", "production", {})).toEqual({ prefix: "unknown", userAgent: "", host: "help.example.com", privacyControl: false });
	});
});
