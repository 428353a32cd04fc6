import { Hono, type Context } from "hono";
import * as z from "zod";
import { limits } from "#contract/limits.ts";
import { redact } from "#contract/redaction.ts";
import { articleRef, clientId, paragraph } from "#contract/shared.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { noteSchema, satisfactionSchema } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { channelIds } from "../handoff/routing.ts";
import { addNote } from "../lib/add-note.ts";
import { asProblem } from "../lib/answer-problem.ts";
import { closingWords } from "../lib/closing-words.ts";
import { fileLink } from "../lib/file-links.ts";
import { dayAt, momentOf } from "../lib/moment.ts";
import { speechOf } from "../lib/page-language.ts";
import { Problem } from "../lib/problem.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { renderShell } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { suggestFor } from "../lib/suggest-for.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { statusView, type StatusPage } from "../pages/status-view.ts";
import { filesOfTicket } from "../queries/attachments.ts";
import { notesOf } from "../queries/notes.ts";
import { storeSatisfaction } from "../queries/satisfaction.ts";
import { ticketStatus, type TicketOnPage } from "../queries/ticket-status.ts";

/** Links to files on the page end after an hour; the page makes new ones. */
const linkMs = 60 * 60 * 1000;

const closeSchema = z.strictObject({ key: clientId, article: articleRef.optional() });
const reopenSchema = z.strictObject({ key: clientId, text: paragraph(limits.note).default("") });
const formNoteSchema = noteSchema.omit({ token: true });

type StatusContext = Context<App, "/:token">;

/** The ticket of the page, whose language is that of everything that follows. @throws Problem `unknown-ticket` for a wrong link and a missing ticket alike */
async function findTicket(c: StatusContext, now: number): Promise<TicketOnPage> {
	const ticket = await ticketStatus(c.env.DB, c.req.param("token"), now, channelIds());
	if (!ticket) throw new Problem("unknown-ticket");
	c.set("locale", ticket.locale);
	return ticket;
}

async function render(
	c: StatusContext,
	ticket: TicketOnPage,
	{ now, errors, words, failed, code }: { now: number; errors: StatusPage["errors"]; words: string; failed: StatusPage["failed"]; code: number },
): Promise<Response> {
	const [site, speech] = await Promise.all([readSite(c.env), speechOf(c)]);
	const [notes, stored, suggestions] = await Promise.all([
		notesOf(c.env.DB, ticket.id),
		filesOfTicket(c.env.DB, ticket.id),
		suggestFor(c.env, ticket, speech.base),
	]);
	const files = await Promise.all(stored.map(async ({ id, name }) => ({ name, url: await fileLink(c.env, id, now + linkMs) })));
	const path = `/status/${c.req.param("token")}`;
	const view = statusView(
		{ status: ticket, notes, files, suggestions, done: c.req.query("done") ?? "", errors, words, failed, now, path, newKey: () => crypto.randomUUID(), speech },
		site.support,
	);
	// A page view a moment after a message would tell whose visit it came from.
	const page = await renderShell(c, view, { title: speech.say(speech.t.status.title, { reference: ticket.reference }), status: code, counted: false, speech });
	// Its own forms are sent with an origin, and nobody else learns its address.
	page.headers.set("referrer-policy", "same-origin");
	return page;
}

type Form = Exclude<StatusPage["failed"], "">;

/** Does what a form of the page asks for, and names what was done; "" for nothing. */
type Work = (ticket: TicketOnPage, fields: Record<string, unknown>) => Promise<Form | "">;

/** Does what a form of the page asks for, then leads back to the page; what does not fit comes back with its words. */
async function act(c: StatusContext, form: Form, work: Work): Promise<Response> {
	const now = c.var.now;
	const fields = await readForm(c, limits.smallBody);
	const ticket = await findTicket(c, now);
	const path = `/status/${c.req.param("token")}`;
	if (ticket.textGone) return c.redirect(path, 303);
	try {
		const done = await work(ticket, fields);
		return c.redirect(done === "" ? path : `${path}?done=${done}`, 303);
	} catch (error) {
		const problem = asProblem(error, c);
		const errors = problem.inForm(await speechOf(c));
		const words = String(fields["text"] ?? fields["comment"] ?? "");
		return problem.mark(await render(c, ticket, { now, errors, words, failed: form, code: problem.status }));
	}
}

/** Title of an article of the site; undefined where it is none. */
function titleOf({ articles }: SiteManifest, article = ""): string | undefined {
	return Object.hasOwn(articles, article) ? articles[article]?.title : undefined;
}

/**
 * `GET /status/<token>`: how a ticket stands. `POST /status/<token>/note`, `/close`, `/reopen`, `/satisfaction`: plain forms of that page. A
 * wrong link and a missing ticket get the same answer.
 */
export const statusPage = new Hono<App>()
	.get("/:token", async (c) => {
		const now = c.var.now;
		return render(c, await findTicket(c, now), { now, errors: [], words: "", failed: "", code: 200 });
	})
	.use("/:token/*", rateLimit({ name: "status" }))
	.post("/:token/note", (c) =>
		act(c, "note", async (ticket, fields) => {
			const { key, text } = parse(formNoteSchema, fields);
			await addNote(c, { ticket: ticket.id, key, kind: "note", text });
			return "note";
		}),
	)
	.post("/:token/close", (c) =>
		act(c, "close", async (ticket, fields) => {
			const { key, article } = parse(closeSchema, fields);
			if (!ticket.closed) await addNote(c, { ticket: ticket.id, key, kind: "closed", text: closingWords(titleOf(await readSite(c.env), article)) });
			return "close";
		}),
	)
	.post("/:token/reopen", (c) =>
		act(c, "reopen", async (ticket, fields) => {
			const { key, text } = parse(reopenSchema, fields);
			if (!ticket.closed && text === "") return "reopen";
			// The desk, or another tab, may have been quicker: the words are a note then.
			const added = await addNote(c, { ticket: ticket.id, key, kind: ticket.closed ? "reopened" : "note", text });
			return added === "note" ? "note" : "reopen";
		}),
	)
	.post("/:token/satisfaction", (c) =>
		act(c, "satisfaction", async (ticket, fields) => {
			const { score, comment } = parse(satisfactionSchema, fields);
			const moment = await momentOf(c);
			if (!ticket.closed && comment !== "") throw new Problem("invalid", { errors: [{ field: "(form)", message: ({ t }) => t.status.notNow }] });
			if (!ticket.closed) return "";
			const answer = { ticket: ticket.id, score, comment: redact(comment), answeredAt: moment.now, day: dayAt(moment) };
			if (!(await storeSatisfaction(c.env.DB, answer))) throw new Problem("note-cap");
			return "satisfaction";
		}),
	)
	.all("/:token", refuseMethod("GET, HEAD"))
	.all("/:token/:form{note|close|reopen|satisfaction}", refuseMethod("POST"));
