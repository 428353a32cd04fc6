import type { missing as english } from "../en/missing.ts";
import type { Translated } from "../message.ts";

/** The page for an address that leads nowhere. */
export const missing: Translated<typeof english> = {
	title: "Seite nicht gefunden",
	heading: "Unter dieser Adresse gibt es keine Seite.",
	lead: "Vielleicht ist sie umgezogen. Suchen Sie, was Sie brauchen:",
};
