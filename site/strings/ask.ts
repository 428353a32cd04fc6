import { ask as english } from "./en/ask.ts";
import { troubleshooter as guided } from "./en/troubleshooter.ts";
import { inLanguage } from "./in-language.ts";
import type { Translated } from "./message.ts";

/** Messages of the answer box, and of the troubleshooter that is walked in it. */
export interface AskStrings {
	ask: Translated<typeof english>;
	guided: Translated<typeof guided>;
}

/** Each language in files of its own, so that a browser fetches one. English is at hand. */
const others: Record<string, () => Promise<[Pick<AskStrings, "ask">, { troubleshooter: AskStrings["guided"] }]>> = {
	ar: () => Promise.all([import("./ar/ask.ts"), import("./ar/troubleshooter.ts")]),
	de: () => Promise.all([import("./de/ask.ts"), import("./de/troubleshooter.ts")]),
	es: () => Promise.all([import("./es/ask.ts"), import("./es/troubleshooter.ts")]),
};

/** The messages of the answer box in a locale; English where nobody has translated them, or they cannot be fetched. */
export async function loadAskStrings(locale: string): Promise<AskStrings> {
	const own = await inLanguage(others, locale)?.().catch(() => undefined);
	return own ? { ask: own[0].ask, guided: own[1].troubleshooter } : { ask: english, guided };
}
