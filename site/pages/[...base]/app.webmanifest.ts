import type { APIContext } from "astro";
import { webManifest } from "#site/lib/web-manifest.ts";
import { site } from "#site/lib/knowledge.ts";
import { languageOf, languages } from "#site/lib/languages.ts";

/** A description in each language. */
export function getStaticPaths() {
	return languages.map(({ locale, base }) => ({ params: { base: base.slice(1) || undefined }, props: { locale } }));
}

/** How the centre calls itself, and looks, among the apps of a device. */
export function GET({ props }: APIContext<{ locale: string }>): Response {
	return new Response(webManifest(languageOf(props.locale), site), { headers: { "content-type": "application/manifest+json" } });
}
