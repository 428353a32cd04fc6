/// <reference types="astro/client" />

declare module "virtual:theme.css";

/** Whether pages that were read are kept (`offline` in `site.yml`); never in development. */
declare const __OFFLINE__: boolean;

declare namespace App {
	interface Locals {
		/** The language of the article that a page shows; set before its text is rendered. */
		textLocale?: string;
	}
}
