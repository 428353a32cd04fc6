/// <reference types="astro/client" />

declare module "virtual:theme.css";

declare namespace App {
	interface Locals {
		/** The language of the article that a page shows; set before its text is rendered. */
		textLocale?: string;
	}
}
