import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressProblem } from "#worker/lib/safe-address.ts";

const inside = "it leads to a private network";

describe("an outbound address", () => {
	it.each([
		"https://desk.example.com/hook",
		"https://desk.example.com:8443/hook?x=1#y",
		"https://DESK.example.com",
		"https://desk.example.com./hook",
		"https://8.8.8.8/",
		"https://1.1.1.1/",
		"https://172.15.0.1/",
		"https://172.32.0.1/",
		"https://192.167.1.1/",
		"https://100.63.0.1/",
		"https://100.128.0.1/",
		"https://[2606:4700::1111]/",
		"https://[64:ff9b::808:808]/",
		"https://[2001:4860:4860::8888]/",
		"https://10.example.com/",
		"https://localhost.example.com/",
		"https://fd.example.com/",
		"https://internal.example.com/",
		"https://bücher.example/",
	])("may be called: %s", (address) => {
		expect(addressProblem(address, false)).toBeNull();
	});

	it.each(
		[
			["loopback", "https://127.0.0.1/ https://127.1/ https://127.255.255.254/ https://127.0.0.1./ https://[::1]/ https://[0:0:0:0:0:0:0:1]/"],
			[
				"numbers in other bases",
				"https://2130706433/ https://0x7f000001/ https://0x7f.0.0.1/ https://0177.0.0.1/ https://017700000001/ https://127.0.1/ https://0xA9FEA9FE/ https://3232235777/",
			],
			[
				"look-alike signs",
				"https://①②⑦.⓪.⓪.①/ https://127。0。0。1/ https://１２７.0.0.1/ https://ⓛocalhost/ https://%6c%6fcalhost/ https://LOCALHOST/ https://localhost%2e/",
			],
			["names of this machine", "https://localhost/ https://localhost./ https://localhost../ https://a.localhost/ https://localhost.localdomain/"],
			["this host and broadcast", "https://0/ https://0.0.0.0/ https://0.1.2.3/ https://[::]/ https://255.255.255.255/ https://224.0.0.1/ https://240.0.0.1/"],
			[
				"private IPv4",
				"https://10.0.0.1/ https://10.255.255.255/ https://172.16.0.1/ https://172.31.255.255/ https://192.168.0.1/ https://100.64.0.1/ https://100.127.255.255/ https://198.18.0.1/",
			],
			[
				"metadata services",
				"https://169.254.169.254/latest/meta-data/ https://metadata.google.internal/ https://metadata.google.internal./ https://metadata/ https://100.100.100.200/ https://192.0.0.192/ https://168.63.129.16/ https://[fd00:ec2::254]/",
			],
			[
				"IPv4 inside IPv6",
				"https://[::ffff:127.0.0.1]/ https://[::ffff:7f00:1]/ https://[::127.0.0.1]/ https://[0:0:0:0:0:ffff:169.254.169.254]/ https://[64:ff9b::127.0.0.1]/ https://[64:ff9b::a9fe:a9fe]/ https://[64:ff9b:1::1]/ https://[2002:7f00:1::]/ https://[2001:0:7f00:1::]/",
			],
			[
				"private IPv6",
				"https://[fe80::1]/ https://[febf::1]/ https://[fec0::1]/ https://[fc00::1]/ https://[fd12:3456:789a::1]/ https://[ff02::1]/ https://[100::1]/ https://[2001:db8::1]/",
			],
			[
				"names inside a network",
				"https://intranet/ https://desk/ https://printer.local/ https://printer.local./ https://desk.internal/ https://desk.corp/ https://desk.lan/ https://nas.home.arpa/ https://nas.home/",
			],
		].flatMap(([kind = "", addresses = ""]) => addresses.split(" ").map((address) => [kind, address] as const)),
	)("is refused (%s): %s", (_, address) => {
		expect(addressProblem(address, false)).toBe(inside);
	});

	it.each([
		["", "it is no address"],
		["desk.example.com", "it is no address"],
		["//desk.example.com/", "it is no address"],
		["https://", "it is no address"],
		["https://[::1", "it is no address"],
		["https://1.2.3.4.5/", "it is no address"],
		["http://desk.example.com/", "it is not https"],
		["ftp://desk.example.com/", "it is not https"],
		["file:///etc/passwd", "it is not https"],
		["javascript:alert(1)", "it is not https"],
		["data:text/plain,x", "it is not https"],
		["https://user@desk.example.com/", "it carries a user name or password"],
		["https://user:pass@desk.example.com/", "it carries a user name or password"],
		["https://:pass@desk.example.com/", "it carries a user name or password"],
		["https://desk.example.com@127.0.0.1/", "it carries a user name or password"],
		["https://desk.example.com%40x@127.0.0.1/", "it carries a user name or password"],
		["https://127.0.0.1\\@desk.example.com/", inside],
		["https:127.0.0.1", inside],
		["https:\\\\127.0.0.1\\", inside],
		[" \thttps://127.0.0.1/ ", inside],
		["https://127.0.0.1#@desk.example.com", inside],
		["https://12\t7.0.0.1/", inside],
	])("is refused: %j, as %s", (address, problem) => {
		expect(addressProblem(address, false)).toBe(problem);
	});

	it.each(["http://localhost:9000/hook", "http://127.0.0.1:9000/", "http://[::1]/", "https://localhost/", "http://127.1/"])(
		"may be on this machine in development: %s",
		(address) => {
			expect(addressProblem(address, true)).toBeNull();
			expect(addressProblem(address, false)).not.toBeNull();
		},
	);

	it.each([
		"http://10.0.0.1/",
		"https://192.168.0.1/",
		"http://desk.example.com/",
		"ftp://localhost/",
		"file://127.0.0.1/etc/passwd",
		"http://localhost.example.com/",
		"http://user@localhost/",
		"http://127.0.0.2/",
	])("stays refused in development: %s", (address) => {
		expect(addressProblem(address, true)).not.toBeNull();
	});

	it("gives an answer for any text", () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: "binary" }),
					fc.string({ unit: "binary" }).map((text) => `https://${text}`),
					fc.ipV6().map((ip) => `https://[${ip}]/`),
				),
				(text) => {
					expect(["string", "object"]).toContain(typeof addressProblem(text, false));
				},
			),
			{ numRuns: 150 },
		);
	});

	it("is refused for every number that URL reads as an inner IPv4 address", () => {
		const part = fc.integer({ min: 0, max: 255 });
		fc.assert(
			fc.property(fc.constantFrom(10, 127, 0), part, part, part, fc.constantFrom(8, 10, 16), (a, b, c, d, base) => {
				const prefix = { 8: "0", 10: "", 16: "0x" }[base];
				const whole = ((a * 256 + b) * 256 + c) * 256 + d;
				expect(addressProblem(`https://${prefix}${whole.toString(base)}/`, false)).toBe(inside);
				expect(addressProblem(`https://[::ffff:${a}.${b}.${c}.${d}]/`, false)).toBe(inside);
			}),
		);
	});
});
