import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
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

/**
 * The contact page. `GET` puts a fresh idempotency key and the article the reader came from into the built page;
 * `POST` takes the plain form, so that it works without JavaScript. A form that is refused comes back with every word in it.
 */
export const contactPage = new Hono<App>()
	.get("/", async (c) => {
		const site = await readSite(c.env);
		const id = c.req.query("from") ?? "";
		const from = Object.hasOwn(site.articles, id) ? site.articles[id] : undefined;
		const fields = { key: crypto.randomUUID(), ...(from && { subject: "", category: from.answers[0] ?? "" }) };
		return renderPage(c, "/contact/", fillForm({ fields, from }).on("[data-desk-hours]", { element: (element) => void element.removeAttribute("hidden").setInnerContent(deskHours(businessHours(site), Date.now())) }));
	})
	.post("/", rateLimit({ name: "tickets" }), async (c) => {
		const { leave_empty: trap, ...fields } = await readForm(c, limits.ticketBody);
		// A field that people do not see: programs fill it in, and fill it in again. A person's words come back, to be sent once more.
		if (trap) return renderPage(c, "/contact/", fillForm({ fields, errors: [{ field: "(form)", message: "This looked automatic and was not sent. Please press Send once more." }] }), 422);
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
	})
	.all("/", refuseMethod("GET, HEAD, POST"));
