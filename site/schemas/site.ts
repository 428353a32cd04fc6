import * as z from "zod";
import { repositorySchema } from "./repository.ts";
import { isoDate } from "./shared.ts";

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour like `#0f766e`");
const link = z.strictObject({
	/** Words of the link. */
	label: z.string().min(1),
	/** A path on this site or an https address. */
	href: z.string().regex(/^(\/|https:\/\/|mailto:)/, "must start with `/`, `https://` or `mailto:`"),
});

/** `site.yml`: name, look and links of the centre. */
export const siteSchema = z.strictObject({
	/** Name of the help centre, in the header and in titles. Example: `ESG Platform Help` */
	name: z.string().min(2).max(60),
	/** Name of the product the centre is for. Example: `ESG Platform` */
	product: z.string().min(2).max(60),
	/** One sentence for search engines and the home page. */
	description: z.string().min(20).max(200),
	/** Public address without trailing slash. `KB_SITE_URL` overrides it at build. Example: `https://help.example.com` */
	url: z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, "")),
	/** Question above the search box. Default: `How can we help?` */
	greeting: z.string().default("How can we help?"),
	/** Searches offered below the search box, in customers' words; the first is also the example on the contact page. Example: `[forgot my password]`. Default: none. */
	examples: z.array(z.string().min(2).max(60)).max(5).default([]),
	/** Searches offered in an empty search box, in customers' words; choosing one searches for it. Example: `[reset password]`. Default: none. */
	popularSearches: z.array(z.string().min(2).max(60)).max(8).default([]),
	/** Locale of the articles without an address prefix. Default: `en` */
	defaultLocale: z.string().default("en"),
	/** Accent colours for light and dark; both must be readable on the page (checked at build, WCAG AA). */
	accent: z
		.strictObject({
			/** On a white page. Default: `#0f766e` */
			light: colour.default("#0f766e"),
			/** On a dark page. Default: `#2dd4bf` */
			dark: colour.default("#2dd4bf"),
		})
		.prefault({}),
	/** Picture in the header: an SVG, PNG or WebP file in `content/data/`. Example: `logo.svg`. Default: none, the name alone. */
	logo: z
		.string()
		.regex(/^[\w-]+\.(svg|png|webp)$/, "must be the name of an SVG, PNG or WebP file in content/data")
		.optional(),
	/** Where the articles are kept, for "Edit this article". Example: `{ url: https://github.com/example/help-centre }`. Default: none, no such link. */
	repository: repositorySchema.optional(),
	/**
	 * Instead of `repository`, where its hosts do not fit: what stands before `en/data-entry/add-esg-data.mdx` in the address that edits
	 * an article. Example: `https://git.example.com/edit?file=articles`. Default: none.
	 */
	editBase: z.url().optional(),
	/**
	 * Whether readers' browsers keep the pages that were read, so that they can be read without a connection. `false` takes away what they
	 * have kept, at their next visit. Default: `true`
	 */
	offline: z.boolean().default(true),
	/** Links in the header. */
	headerLinks: z.array(link).max(4).default([]),
	/** Links in the footer. */
	footerLinks: z.array(link).max(12).default([]),
	/** What the page about accessibility (`/accessibility/`) says besides what the software and its tests ensure. */
	accessibility: z
		.strictObject({
			/** Day on which people last reviewed the centre, articles and files included. Example: `2026-10-05`. Default: none, it is left out. */
			reviewed: isoDate.optional(),
			/** Barriers that you know of, a sentence each. Example: `[Price lists from before 2025 are scans without text.]`. Default: none. */
			limits: z.array(z.string().min(5).max(300)).max(20).default([]),
		})
		.prefault({}),
	/** Last line of the page. */
	footerNote: z.string().optional(),
});

export type SiteData = z.infer<typeof siteSchema>;
