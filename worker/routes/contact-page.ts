import { Hono, type Context } from "hono";
import type * as z from "zod";
import { limits } from "#contract/limits.ts";
import type { FieldError } from "#contract/problem.ts";
import { isStaffed } from "#contract/promise-clock.ts";
import { ticketSchema } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { attachFiles } from "../lib/attach-files.ts";
import { asProblem } from "../lib/answer-problem.ts";
import { fileTicket } from "../lib/file-ticket.ts";
import { speechOf } from "../lib/page-language.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { readContactForm, type SentForm } from "../lib/read-contact-form.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { renderPage } from "../lib/shell.ts";
import { businessHours, readSite } from "../lib/site.ts";
import type { Speech, Words } from "../lib/speech.ts";
import { readStamp, stampForm } from "../lib/time-trap.ts";
import { asksTurnstile } from "../lib/turnstile.ts";
import { deskHours } from "../pages/desk-hours.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { fillForm, type FormState } from "../pages/fill-form.ts";
import { addTurnstile, withTurnstile } from "../pages/turnstile-widget.ts";
import { filesOfTicket } from "../queries/attachments.ts";
import { ticketByKey } from "../queries/tickets.ts";
import { notFoundPage } from "./not-found-page.ts";

/** Whether an address is that of the contact page in a language; an article may be called so, too. */
function isContactPage({ req }: Context<App>, { base }: Speech): boolean {
	return req.path === `${base}/contact`;
}

/** Words of a search as a subject: one line that the form takes. */
function asSubject(query: string): string {
	return query
		.toWellFormed()
		.replace(/\p{Cc}+/gu, " ")
		.trim()
		.slice(0, limits.subject);
}

/** The built page with the form's values in it, what is true at this hour, and Turnstile's widget where it is configured. */
async function renderForm(c: Context<App>, speech: Speech, state: FormState, status = 200): Promise<Response> {
	const site = await readSite(c.env);
	const path = `${speech.base}/contact/`;
	const hours = businessHours(site);
	const words = deskHours(hours, c.var.now, site.support.promises.P1.clock === "always", speech);
	const rewriter = fillForm(state, speech).on("[data-desk-hours]", { element: (element) => void element.removeAttribute("hidden").setInnerContent(words) });
	// Words that came along are looked up as soon as the page is there: it keeps room for what is found.
	if (c.req.query("q")) rewriter.on("[data-contact-help]", { element: (element) => void element.setAttribute("data-brought", "") });
	if (isStaffed(c.var.now, hours)) rewriter.on('[data-channel="staffed"]', { element: (element) => void element.removeAttribute("hidden") });
	if (!asksTurnstile(c.env)) return renderPage(c, path, rewriter, status);
	const page = await renderPage(c, path, addTurnstile(rewriter, c.env.TURNSTILE_SITE_KEY ?? "", speech.t.contactAnswers.needsScript), status);
	page.headers.set("content-security-policy", withTurnstile(site.csp));
	return page;
}

/** Whether there are files among the chosen ones that a ticket has not. Their names were cleaned, so the sizes tell. */
async function bringsOthers(c: Context<App>, ticket: string, chosen: readonly File[]): Promise<boolean> {
	if (chosen.length === 0) return false;
	const sizes = (await filesOfTicket(c.env.DB, ticket)).map(({ size }) => size);
	return chosen.some(({ size }) => !sizes.includes(size));
}

const { affected, impairment, risk } = ticketSchema.shape;
const choices: Record<string, z.ZodType> = { affected, impairment, risk };

/** The fields without choices that the form does not have: they would leave a question with nothing chosen. */
function withKnownChoices(fields: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !Object.hasOwn(choices, name) || choices[name]?.safeParse(value).success));
}

/** A key that was used or lost would be refused for ever: the words get a new one, and the customer decides. Files stay with the old one. */
function mendKey(problem: Problem, errors: FieldError[], { t }: Words, hadFiles: boolean): FieldError[] | null {
	if (problem.problem !== "key-reused" && !errors.some(({ field }) => field === "key")) return null;
	return [
		...errors.filter(({ field }) => field !== "key"),
		...(hadFiles ? [{ field: "attachments", message: t.contactAnswers.filesGone }] : []),
		{ field: "(form)", message: t.contactAnswers.sendAgain },
	];
}

/** Files the message of a form, and leads to its page; a form that does not fit comes back with what is to be mended. */
async function takeForm(c: Context<App>, speech: Speech, { fields, files: chosen }: SentForm): Promise<Response> {
	const { leave_empty: trap, article = "", incident, attachments: earlier = "", "cf-turnstile-response": turnstile, ...words } = fields;
	const choice = ticketSchema.shape.incident.safeParse(incident).data;
	const from = speech.article(article);
	const now = c.var.now;
	const key = words["key"] ?? "";
	// The customer cannot mend what was not typed: an article or incident that is none is left out, and a lost stamp is made anew.
	const stamped = (await readStamp(c.env, words["rendered"] ?? "", now)) !== "missing";
	// Sent again after a lost answer: the files that came the first time are there.
	const again = await ticketByKey(c.env.DB, key);
	const { files, errors: refused } = again ? { files: [], errors: [] } : await attachFiles(c, key, earlier, chosen);
	const state = {
		fields: {
			...withKnownChoices(words),
			...(from && { article }),
			...(choice && { incident: choice }),
			...(!stamped && { rendered: await stampForm(c.env, now) }),
			attachments: files.map(({ id }) => id).join(","),
		},
		from,
		files,
	};
	// A field that people do not see: programs fill it in, and fill it in again. A person's words come back, to be sent once more.
	if (trap) return renderForm(c, speech, { ...state, errors: new Problem("too-quick").inForm(speech) }, 422);
	if (refused.length > 0) return renderForm(c, speech, { ...state, errors: new Problem("invalid", { errors: refused }).inForm(speech) }, 422);
	try {
		const form = {
			locale: speech.locale,
			...words,
			...(from && { article }),
			...(choice && { incident: choice }),
			...(turnstile && { turnstile }),
			attachments: files.map(({ id }) => id),
		};
		const { answer } = await fileTicket(c, parse(ticketSchema, form), "form");
		const left = again !== null && (await bringsOthers(c, again.id, chosen));
		return c.redirect(left ? `${answer.statusUrl}?done=without-files` : answer.statusUrl, 303);
	} catch (error) {
		const problem = asProblem(error, c);
		const errors = problem.inForm(speech);
		const mended = mendKey(problem, errors, speech, chosen.length > 0 || earlier !== "");
		if (!mended) return problem.mark(await renderForm(c, speech, { ...state, errors }, problem.status));
		return renderForm(
			c,
			speech,
			{ ...state, fields: { ...state.fields, key: crypto.randomUUID(), attachments: "" }, files: [], errors: mended },
			problem.status,
		);
	}
}

/** Gives a form back with its words and its key when nobody could look at it: sent again, it is one message. */
async function giveBack(c: Context<App>, speech: Speech, { fields: { leave_empty: _, ...fields }, files }: SentForm, problem: Problem): Promise<Response> {
	const gone = files.length > 0 ? [{ field: "attachments", message: speech.t.contactAnswers.filesGone }] : [];
	const state = { fields: withKnownChoices(fields), from: speech.article(fields["article"] ?? ""), errors: [...problem.inForm(speech), ...gone] };
	return problem.mark(await renderForm(c, speech, state, problem.status));
}

/**
 * The contact page, `/contact/`, and `/de/contact/` in another language. `GET` puts a fresh idempotency key, the article the reader came from (`from`) and the words of a search (`q`) into the built page;
 * `POST` takes the plain form, so that it works without JavaScript. A form that is refused comes back with every word and every file in it.
 */
export const contactPage = new Hono<App>()
	.get("/", async (c) => {
		const site = await readSite(c.env);
		const speech = await speechOf(c);
		if (!isContactPage(c, speech)) return notFoundPage(c);
		const article = c.req.query("from") ?? "";
		const from = speech.article(article);
		const rendered = await stampForm(c.env, c.var.now);
		const fields = {
			key: crypto.randomUUID(),
			rendered,
			subject: asSubject(c.req.query("q") ?? ""),
			...(from && { article, category: site.articles[article]?.answers[0] ?? "" }),
		};
		return renderForm(c, speech, { fields, from });
	})
	.post("/", rateLimit({ name: "tickets" }), async (c) => {
		const speech = await speechOf(c);
		if (!isContactPage(c, speech)) return notFoundPage(c);
		const sent = await readContactForm(c);
		try {
			return await takeForm(c, speech, sent);
		} catch (error) {
			return giveBack(c, speech, sent, asProblem(error, c));
		}
	})
	.all("/", refuseMethod("GET, HEAD, POST"));
