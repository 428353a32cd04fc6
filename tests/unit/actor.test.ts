import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorOf } from "#worker/lib/actor.ts";

const roleOf = (name: string, managers: string) => actorOf({ name, kind: "person" }, managers).role;

describe("a person whom Access has signed in", () => {
	it.each([
		["ada@example.com", "ada@example.com"],
		["Ada@Example.COM", "ada@example.com"],
		["ada@example.com", " bob@example.com , ADA@example.com "],
		["ada@example.com", "*@example.com"],
		["ada@example.com", "bob@other.example, *@EXAMPLE.com"],
		["ada+help@example.com", "*@example.com"],
	])("makes %s a manager by the list %j", (name, list) => {
		expect(roleOf(name, list)).toBe("manager");
	});

	it.each([
		["ada@example.com", ""],
		["ada@example.com", " , ,"],
		["ada@example.com", "*"],
		["ada@example.com", "*@"],
		["ada@example.com", "*@*"],
		["ada@example.com", "*example.com"],
		["ada@example.com", "@example.com"],
		["ada@example.com", "*@example"],
		["ada@example.com.evil.example", "*@example.com"],
		["ada@evil-example.com", "*@example.com"],
		["ada@sub.example.com", "*@example.com"],
		["ada@evil.example@example.com", "*@example.com"],
		["@example.com", "*@example.com"],
		["ada@example.co", "ada@example.com"],
		["ada@example.com", "ada@example.com;bob@example.com"],
		["a.a@example.com", "a*@example.com"],
		["ada@\u212aelvin.example", "*@kelvin.example"],
		["ad\u0430@example.com", "ada@example.com"],
		["example.com", "*@example.com"],
		["ada@example.com", "service:ada@example.com"],
		["service:ada@example.com", "service:ada@example.com"],
		["service:0123abcd.access", "service:0123abcd.access"],
		["", ""],
		["", "ada@example.com,"],
	])("keeps %j a viewer by the list %j", (name, list) => {
		expect(roleOf(name, list)).toBe("viewer");
	});

	it("makes nobody a manager whose name is no part of the list", () => {
		fc.assert(
			fc.property(fc.emailAddress(), fc.array(fc.emailAddress()), (name, others) => {
				const list = others.filter((other) => other.toLowerCase() !== name.toLowerCase());
				expect(roleOf(name, list.join(","))).toBe("viewer");
				expect(roleOf(name, [...list, name].join(", "))).toBe("manager");
			}),
		);
	});
});

describe("a program whom Access has signed in", () => {
	it.each([
		["0123abcd.access", "service:0123abcd.access", "manager"],
		["Reports", "bob@example.com, SERVICE:reports", "manager"],
		["0123abcd.access", "0123abcd.access", "viewer"],
		["0123abcd.access", "*", "viewer"],
		["ada@example.com", "ada@example.com", "viewer"],
		["ada@example.com", "*@example.com", "viewer"],
		["*@example.com", "*@example.com", "viewer"],
		["service:reports", "service:reports", "viewer"],
	] as const)("called %j is by the list %j a %s, and never known by a person's name", (name, managers, role) => {
		expect(actorOf({ name, kind: "program" }, managers)).toEqual({ name: `service:${name}`, kind: "program", role });
	});
});
