import type { PersonOffer } from "#contract/answers.ts";
import { isStaffed } from "#contract/promise-clock.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { businessHours } from "../lib/site.ts";
import type { Speech } from "../lib/speech.ts";
import { deskHours } from "../pages/desk-hours.ts";

/**
 * How a person can be reached at a moment, in a language. Chat is offered by its rule: always, or while somebody is at the desk.
 *
 * @param now epoch milliseconds
 */
export function personOffer(site: SiteManifest, speech: Speech, now: number): PersonOffer {
	const { channels, promises } = site.support;
	const hours = businessHours(site);
	const { chat, hotline = null } = channels;
	const isOpen = chat?.when === "always" || (chat?.when === "staffed" && isStaffed(now, hours));
	const label = (Object.hasOwn(site.languages, speech.locale) ? site.languages[speech.locale]?.chat : null) ?? chat?.label;
	return {
		hours: deskHours(hours, now, promises.P1.clock === "always", speech),
		contact: `${speech.base}/contact/`,
		hotline,
		chat: chat && isOpen ? { label: label ?? chat.label, url: chat.url } : null,
	};
}
