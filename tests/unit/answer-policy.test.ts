import { describe, expect, it } from "vitest";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { personOffer } from "#worker/answers/person-offer.ts";
import { reasonForPerson } from "#worker/answers/policy.ts";
import { speakIn } from "#worker/lib/speech.ts";

const language = {
	name: "Help",
	format: "en-GB",
	dir: "ltr",
	categories: {},
	promises: {},
	phones: [],
	titles: {},
	chat: null,
	urgentSignals: ["is down", "data loss"],
	sensitiveSignals: ["phishing"],
};

function siteWith(changes: Record<string, unknown> = {}): SiteManifest {
	return {
		name: "Help",
		defaultLocale: "en",
		locales: ["en", "de"],
		languages: { en: language, de: { ...language, format: "de", chat: "Mit uns chatten", urgentSignals: ["ausfall", "is down"], sensitiveSignals: [] } },
		articles: {},
		support: {
			timeZone: "Europe/London",
			hours: { days: [1, 2, 3, 4, 5], opens: "09:00", closes: "18:00" },
			holidays: [],
			channels: {
				email: "support@example.com",
				phones: [],
				hotline: "+1 202 555 0199",
				chat: { url: "https://chat.example.com", label: "Chat with us", when: "staffed" },
			},
			promises: { P1: { meaning: "Outage", clock: "always" } },
			answers: { enabled: true, skipTiers: ["enterprise"] },
			ticketCategories: [
				{ id: "security", sensitive: true },
				{ id: "other", sensitive: false },
			],
			...changes,
		},
	} as unknown as SiteManifest;
}

const site = siteWith();

describe("a question goes to a person at once", () => {
	it.each([
		["The platform is DOWN for everybody", {}, "en", "urgent"],
		["Der Ausfall dauert an", {}, "de", "urgent"],
		["Is this a phishing mail?", {}, "en", "sensitive"],
		["How do I export a report?", { category: "security" }, "en", "sensitive"],
		["How do I export a report?", { tier: "enterprise" }, "en", "tier"],
		["phishing, and everything is down", { tier: "enterprise" }, "en", "urgent"],
		["How do I export a report?", { tier: "free" }, "en", null],
		["How do I export a report?", { category: "other" }, "en", null],
		["How do I scroll down a list?", {}, "en", null],
		["Der Ausfall dauert an", {}, "en", null],
	] as const)("%s %o (%s): %s", (question, asking, locale, reason) => {
		expect(reasonForPerson({ question, tier: null, ...asking }, site, locale)).toBe(reason);
	});
});

describe("the offer of a person", () => {
	const monday = Date.parse("2026-11-23T10:00:00Z");
	const sunday = Date.parse("2026-11-22T10:00:00Z");
	const offer = (now: number, locale = "en", of = site) => personOffer(of, speakIn(of, locale), now);
	const chatWhen = (when: string) =>
		siteWith({ channels: { email: "support@example.com", phones: [], chat: { url: "https://chat.example.com", label: "Chat with us", when } } });

	it("says when somebody is there, and leads to the contact page of the language", () => {
		expect(offer(monday)).toEqual({
			hours: "Our desk is open now, until 18:00 (Europe/London).",
			contact: "/contact/",
			hotline: "+1 202 555 0199",
			chat: { label: "Chat with us", url: "https://chat.example.com" },
		});
		expect(offer(monday, "de")).toMatchObject({ contact: "/de/contact/", chat: { label: "Mit uns chatten" } });
	});

	it("says after hours when one will be there, and offers no chat that nobody answers", () => {
		const closed = offer(sunday);
		expect(closed.hours).toMatch(/^Our desk is closed now and opens on Mon/);
		expect(closed.chat).toBeNull();
	});

	it("offers a chat by its own rule", () => {
		expect(offer(sunday, "en", chatWhen("always")).chat).not.toBeNull();
		expect(offer(monday, "en", chatWhen("critical")).chat).toBeNull();
		expect(offer(monday, "en", siteWith({ channels: { email: "support@example.com", phones: [] } }))).toMatchObject({ chat: null, hotline: null });
	});
});
