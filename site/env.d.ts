/// <reference types="astro/client" />

declare module "virtual:theme.css";

/** The pictures of articles that are not modules, by absolute path; none in development. */
declare module "virtual:article-pictures" {
	export const pictures: ReadonlyMap<string, unknown>;
}

/** Whether pages that were read are kept (`offline` in `site.yml`); never in development. */
declare const __OFFLINE__: boolean;

/** What one policy of Trusted Types lets through. */
interface ScriptAddressRules {
	/** The address if a script may come from there; null if it may not. */
	createScriptURL: (address: string) => string | null;
}

interface Window {
	/** Trusted Types, as far as this site uses them: TypeScript's library does not know them. A trusted address is taken wherever a text is. */
	readonly trustedTypes?: {
		readonly defaultPolicy: object | null;
		createPolicy: (name: string, rules: ScriptAddressRules) => { createScriptURL: (address: string) => string };
	};
}

declare namespace App {
	interface Locals {
		/** The language of the article that a page shows; set before its text is rendered. */
		textLocale?: string;
	}
}
