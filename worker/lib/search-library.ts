import type { ApiSearch } from "#contract/read-api.ts";
import type { SearchFilters } from "#site/search/types.ts";
import type { Env } from "../env.ts";
import { Problem } from "./problem.ts";
import { searchSite } from "./site-search.ts";
import { readSite } from "./site.ts";

interface LibrarySearch extends SearchFilters {
	/** How many results at most. */
	limit: number;
	locale: string;
	/** Begins the addresses of the language. */
	base: string;
}

/** The site's search for programs: the same pipeline as readers get, with whole addresses. @throws `unavailable` where search does not work */
export async function searchLibrary(env: Pick<Env, "ASSETS">, query: string, { locale, base, ...request }: LibrarySearch): Promise<ApiSearch> {
	const [site, answer] = await Promise.all([readSite(env), searchSite(env, query, request, base)]);
	if (!answer) throw new Problem("unavailable", { headers: { "retry-after": "60" } });
	const { answered, confidence, didYouMean, results } = answer;
	return {
		query,
		answered,
		confidence: Number(confidence.toFixed(2)),
		didYouMean,
		results: results.map(({ document: { id, title, summary, url, type, category, quickAnswer }, heading }) => ({
			...{ id, locale, title, summary, type, category },
			url: `${site.url}${url}${heading ? `#${heading.id}` : ""}`,
			quickAnswer: quickAnswer || null,
			section: heading,
		})),
	};
}
