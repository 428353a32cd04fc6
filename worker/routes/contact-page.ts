import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { ticketSchema } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { fileTicket } from "../lib/file-ticket.ts";
import { Problem } from "../lib/problem.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { renderPage } from "../lib/shell.ts";
import { businessHours, readSite } from "../lib/site.ts";
import { deskHours } from "../pages/desk-hours.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { fillForm } from "../pages/fill-form.ts";

function articleOf(site: SiteManifest, id: string): SiteManifest["articles"][string] | undefined {
	return Object.hasOwn(site.articles, id) ? site.articles[id] : undefined;
}

/** Words of a search as a subject: one line that the form takes. */
function asSubject(query: string): string {
	return query
		.toWellFormed()
		.replace(/\p{Cc}+/gu, " ")
		.trim()
		.slice(0, limits.subject);
}

/**
 * The contact page. `GET` puts a fresh idempotency key, the article the reader came from (`from`) and the words of a search (`q`) into the built page;
 * `POST` takes the plain form, so that it works without JavaScript. A form that is refused comes back with every word in it.
 */
export const contactPage = new Hono<App>()
	.get("/", async (c) => {
		const site = await readSite(c.env);
		const article = c.req.query("from") ?? "";
		const from = articleOf(site, article);
		const fields = { key: crypto.randomUUID(), subject: asSubject(c.req.query("q") ?? ""), ...(from && { article, category: from.answers[0] ?? "" }) };
		return renderPage(
			c,
			"/contact/",
			fillForm({ fields, from }).on("[data-desk-hours]", {
				element: (element) => void element.removeAttribute("hidden").setInnerContent(deskHours(businessHours(site), Date.now())),
			}),
		);
	})
	.post("/", rateLimit({ name: "tickets" }), async (c) => {
		const { leave_empty: trap, article, ...words } = await readForm(c, limits.ticketBody);
		const from = articleOf(await readSite(c.env), String(article));
		// The customer cannot mend a field that is hidden: an article that is none is left out.
		const fields = from ? { ...words, article: String(article) } : words;
		// A field that people do not see: programs fill it in, and fill it in again. A person's words come back, to be sent once more.
		if (trap)
			return renderPage(
				c,
				"/contact/",
				fillForm({ fields, from, errors: [{ field: "(form)", message: "This looked automatic and was not sent. Please press Send once more." }] }),
				422,
			);
		try {
			const { answer } = await fileTicket(c, parse(ticketSchema, fields), "form");
			return c.redirect(answer.statusUrl, 303);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			const { errors = [{ field: "(form)", message: `${error.message} ${error.options.detail ?? ""}` }] } = error.options;
			// A key that was used or lost would be refused for ever: the words get a new one, and the customer decides.
			const keyFails = error.problem === "key-reused" || errors.some(({ field }) => field === "key");
			const again = { field: "(form)", message: "Please press Send once more if you want to send this." };
			const mend = keyFails ? [...errors.filter(({ field }) => field !== "key"), again] : errors;
			return renderPage(c, "/contact/", fillForm({ fields: keyFails ? { ...fields, key: crypto.randomUUID() } : fields, from, errors: mend }), error.status);
		}
	})
	.all("/", refuseMethod("GET, HEAD, POST"));
