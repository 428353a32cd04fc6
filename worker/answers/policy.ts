import type { PersonAnswer } from "#contract/answers.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { CustomerTier } from "#contract/targets.ts";
import { heldSignals } from "#site/search/held-signals.ts";

/** Who asks, and what. */
export interface Asking {
	question: string;
	/** Id of the ticket category that was chosen. */
	category?: string | undefined;
	/** Known from a signed identity only; null where there is none. */
	tier: CustomerTier | null;
}

/**
 * Why a question goes to a person at once, by `support.yml`: it holds a word of an emergency, it is about a delicate category (or that was
 * chosen), or the customer's tier is set to skip the box. Null where an article may answer.
 *
 * @param locale whose words count
 */
export function reasonForPerson({ question, category, tier }: Asking, { languages, support }: SiteManifest, locale: string): PersonAnswer["reason"] | null {
	const { urgentSignals = [], sensitiveSignals = [] } = (Object.hasOwn(languages, locale) ? languages[locale] : undefined) ?? {};
	if (heldSignals(question, urgentSignals).length > 0) return "urgent";
	if (heldSignals(question, sensitiveSignals).length > 0 || support.ticketCategories.some(({ id, sensitive }) => sensitive && id === category))
		return "sensitive";
	return tier !== null && support.answers.skipTiers.includes(tier) ? "tier" : null;
}
