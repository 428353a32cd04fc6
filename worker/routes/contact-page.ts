import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { ticketSchema } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { fileTicket } from "../lib/file-ticket.ts";
import { Problem } from "../lib/problem.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { renderPage } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { fillForm } from "../pages/fill-form.ts";

/**
 * The contact page. `GET` puts a fresh idempotency key and the article the reader came from into the built page;
 * `POST` takes the plain form, so that it works without JavaScript. A form that is refused comes back with every word in it.
 */
export const contactPage = new Hono<App>()
	.get("/", async (c) => {
		const { articles } = await readSite(c.env);
		const id = c.req.query("from") ?? "";
		const from = Object.hasOwn(articles, id) ? articles[id] : undefined;
		const fields = { key: crypto.randomUUID(), ...(from && { subject: "", category: from.answers[0] ?? "" }) };
		return renderPage(c, "/contact/", fillForm({ fields, from }));
	})
	.post("/", rateLimit({ name: "tickets" }), async (c) => {
		const { website, ...fields } = await readForm(c, limits.ticketBody);
		// A field that people do not see: only a program fills it in. It gets an answer that teaches it nothing.
		if (website) return c.redirect("/contact/?sent=1", 303);
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
			return renderPage(c, "/contact/", fillForm({ fields: keyFails ? { ...fields, key: crypto.randomUUID() } : fields, errors: mend }), error.status);
		}
	});
