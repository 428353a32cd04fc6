import type { APIContext } from "astro";
import { changesFeed, latestChanges } from "#site/lib/changes-feed.ts";
import { listedArticles } from "#site/lib/knowledge.ts";
import { languageOf, languages } from "#site/lib/languages.ts";

/** A feed in each language. */
export function getStaticPaths() {
	return languages.map(({ locale, base }) => ({ params: { base: base.slice(1) || undefined }, props: { locale } }));
}

/** The latest changes for readers of a language, newest first. */
export async function GET({ site: address, props }: APIContext<{ locale: string }>): Promise<Response> {
	const { t, site, locale, base } = languageOf(props.locale);
	const listed = await listedArticles(locale);
	const origin = address ?? new URL("http://localhost/");
	const articles = listed.map(({ url, data, locale: own }) => ({
		...{ url, title: data.title, summary: data.summary, released: data.released, changes: data.changes },
		checked: own === locale ? data.translation?.checked : undefined,
	}));
	const since =
		listed
			.map(({ data }) => data.lastReviewed)
			.sort()
			.at(-1) ?? "1970-01-01";
	const about = { title: `${site.name}: ${t.page.changes}`, author: site.name, site: origin, base, locale, since };
	return new Response(changesFeed(about, latestChanges(articles, origin)), { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}
