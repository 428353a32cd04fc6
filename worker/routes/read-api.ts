import { Hono, type Context } from "hono";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import {
	apiArticleQuerySchema,
	apiArticlesQuerySchema,
	apiCategoriesQuerySchema,
	apiSearchQuerySchema,
	builtOpenApiPath,
	type ApiArticle,
} from "#contract/read-api.ts";
import type { App } from "../env.ts";
import { languageAsked, listed, readArticle, readCategories, readLibrary } from "../lib/library.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { searchLibrary } from "../lib/search-library.ts";
import { readSite } from "../lib/site.ts";
import { rateLimit } from "../middleware/rate-limit.ts";

/** Five minutes: an article that was just corrected is read anew soon; with the ETag asking again costs next to nothing. */
const kept = { "cache-control": "public, max-age=300" };

/** What follows an id in a list that is in order of ids. */
function pageOf<Item extends { id: string }>(items: Item[], after: string | undefined, limit: number): { page: Item[]; next: string | null } {
	const rest = after === undefined ? items : items.filter(({ id }) => id > after);
	const page = rest.slice(0, limit);
	return { page, next: rest.length > limit ? (page.at(-1)?.id ?? null) : null };
}

async function listArticles(c: Context<App>): Promise<{ articles: ApiArticle[]; next: string | null }> {
	const { locale: asked, category, type, after, limit } = parse(apiArticlesQuerySchema, c.req.query());
	const { locale } = await languageAsked(c.env, asked);
	const [{ articles }, { url }] = await Promise.all([readLibrary(c.env, locale), readSite(c.env)]);
	const wanted = articles.filter(
		(article) =>
			(category === undefined || article.category === category || article.category.startsWith(`${category}/`)) && (type === undefined || article.type === type),
	);
	const { page, next } = pageOf(wanted, after, limit);
	return { articles: page.map((article) => listed(article, url)), next };
}

/**
 * `GET /api/v1/categories`, `/articles`, `/articles/{id}`, `/search`, `/openapi.json`: the articles for programs, from any origin, without
 * a key. Nothing of what is asked is stored: the ledger is for readers.
 */
export const readApi = new Hono<App>()
	.use(cors({ origin: "*", allowMethods: ["GET", "HEAD"], exposeHeaders: ["ETag", "Retry-After"], maxAge: 86_400 }))
	.use(etag())
	.get("/categories", async (c) => {
		const { locale: asked } = parse(apiCategoriesQuerySchema, c.req.query());
		const { locale } = await languageAsked(c.env, asked);
		return c.json({ categories: await readCategories(c.env, locale) }, 200, kept);
	})
	.get("/articles", async (c) => c.json(await listArticles(c), 200, kept))
	.get("/articles/:id{.+}", async (c) => {
		const { locale: asked } = parse(apiArticleQuerySchema, c.req.query());
		const { locale } = await languageAsked(c.env, asked);
		const article = await readArticle(c.env, c.req.param("id").replace(/\/$/, ""), locale);
		if (!article)
			throw new Problem("not-found", { detail: `There is no article of this id in "${locale}". ${c.req.path.split("/articles/")[0]}/articles lists them.` });
		return c.json(article, 200, kept);
	})
	.get("/search", rateLimit({ name: "api-search" }), async (c) => {
		const { q, locale: asked, category, type, limit } = parse(apiSearchQuerySchema, c.req.query());
		const language = await languageAsked(c.env, asked);
		const filters = { ...(category !== undefined && { category }), ...(type !== undefined && { type }) };
		return c.json(await searchLibrary(c.env, q, { ...language, ...filters, limit }), 200, kept);
	})
	.get("/openapi.json", async (c) => {
		const response = await c.env.ASSETS.fetch(new Request(`https://assets.local${builtOpenApiPath}`));
		if (!response.ok) throw new Problem("unavailable");
		return c.body(await response.text(), 200, { ...kept, "content-type": "application/json" });
	})
	.all("/*", async (c, next) => (["GET", "HEAD", "OPTIONS"].includes(c.req.method) ? next() : refuseMethod("GET, HEAD")()));
