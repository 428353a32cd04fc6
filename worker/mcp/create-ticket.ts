import type { Context } from "hono";
import * as z from "zod";
import { priorityOf } from "#contract/priority.ts";
import { oneDirection } from "#contract/plain-line.ts";
import { promisedAt } from "#contract/promise-clock.ts";
import { targetFor } from "#contract/targets.ts";
import { ticketSchema } from "#contract/tickets.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { App } from "../env.ts";
import { fileTicket } from "../lib/file-ticket.ts";
import { parse } from "../lib/read-body.ts";
import { languageAsked } from "../lib/library.ts";
import { businessHours } from "../lib/site.ts";
import { speakIn, type Speech } from "../lib/speech.ts";
import { asksTurnstile } from "../lib/turnstile.ts";
import { keyOfState, stateOf, type Words } from "./confirmation.ts";
import { refusing, toolResult } from "./tool-result.ts";
import { defineTool, type Tool } from "./tool.ts";

const { subject, description, tried, affected, impairment, risk, name, email, company } = ticketSchema.shape;

function inputOf({ support }: SiteManifest) {
	const ids = support.ticketCategories.map(({ id }) => id);
	const topics = support.ticketCategories.map(({ id, label }) => `${id} (${label})`).join(", ");
	return z.object({
		subject: subject.describe("What it is about, in one line."),
		description: description.describe("What happened, in the person's own words. No passwords."),
		tried: tried.describe("What was tried already."),
		category: z.enum(ids).describe(`What it is about: ${topics}.`),
		affected: affected.describe("How many people are affected."),
		impairment: impairment.describe("How far work is held up. `question` for a question."),
		risk: risk.describe("Whether data or money is at risk or lost."),
		name: name.describe("The person's name."),
		email: email.describe("Where the answer goes. Ask the person; never make one up."),
		company,
		locale: z
			.string()
			.max(20)
			.optional()
			.describe("Language of the person, like `en` or `de`: in it they are asked to confirm, and answered. Default: the first one of the help centre."),
	});
}

/** What the person answers in their program; anything else is none. */
const answerSchema = z
	.discriminatedUnion("action", [
		z.object({ action: z.literal("accept"), content: z.object({ send: z.boolean() }) }),
		z.object({ action: z.enum(["decline", "cancel"]) }),
	])
	.optional()
	.catch({ action: "decline" });

/** By when a person answers, in words. */
function promiseOf(words: Words, site: SiteManifest, speech: Speech, now: number): string {
	const { minutes, clock } = targetFor(priorityOf(words), null, site.support);
	return speech.at(promisedAt(now, minutes, clock, businessHours(site)), site.support.timeZone);
}

/**
 * Everything that the person has to see before it is sent, and by when somebody answers. The long words stand last, so that none of them can
 * push away where the answer goes, or stand as if they were it.
 */
function question(words: Words, { t, say, ticketCategory }: Speech, moment: string): string {
	const { affected, impairment, risk } = t.contact.severity;
	const lines = (fields: Partial<Record<keyof typeof t.contactSend.note, string>>) =>
		Object.entries(fields)
			.flatMap(([name, value]) => (value ? oneDirection(`${t.contactSend.note[name as keyof typeof fields]}: ${value}`) : []))
			.join("\n");
	return [
		t.assistant.question,
		lines({ name: words.name, email: words.email, company: words.company }),
		say(t.mail.promised, { moment }),
		lines({
			category: ticketCategory(words.category),
			affected: affected[words.affected],
			impairment: impairment[words.impairment],
			risk: risk[words.risk],
		}),
		lines({ subject: words.subject }),
		lines({ description: words.description }),
		lines({ tried: words.tried }),
	]
		.filter((part) => part !== "")
		.join("\n\n");
}

/**
 * create_ticket: hands a message to the support team, by the same road and with the same limits as the form. The person is asked by
 * their own program first, and sees the words; where that program cannot ask, they get a link to the form instead.
 */
export function createTicket(c: Context<App>, site: SiteManifest): Tool {
	return defineTool(
		{
			name: "create_ticket",
			title: "Write to the support team",
			description:
				"Sends a message to the support team, after the person has confirmed it. Search first; use it where nothing answers, or the person wants to talk to somebody.",
			input: inputOf(site),
			annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
		},
		async ({ locale: asked, ...input }, { canAsk, state, answer }) => {
			const speech = speakIn(site, asked ?? site.defaultLocale);
			return refusing(speech, async () => {
				const { locale } = await languageAsked(c.env, asked);
				const now = c.var.now;
				const { key: _, ...words } = parse(ticketSchema, { ...input, locale, key: crypto.randomUUID() });
				const form = new URL(`${speech.base}/contact/?${new URLSearchParams({ q: words.subject }).toString()}`, site.url).href;
				if (!canAsk || asksTurnstile(c.env))
					return toolResult(`Nothing was sent: this program cannot ask the person to confirm. Give them this link, where they can write themselves:\n${form}`);
				const key = await keyOfState(c.env, state, words, now);
				const answered = answerSchema.parse(answer);
				const agreed = answered?.action === "accept" && answered.content.send;
				if (key !== null && answered && !agreed) return toolResult("Nothing was sent: the person did not want it.");
				if (key === null || !agreed)
					return {
						message: question(words, speech, promiseOf(words, site, speech, now)),
						form: z.object({ send: z.boolean().describe(speech.t.assistant.send) }),
						state: await stateOf(c.env, crypto.randomUUID(), words, now),
					};
				const { answer: ticket } = await fileTicket(c, { ...words, key }, "assistant");
				const status = new URL(ticket.statusUrl, site.url).href;
				return toolResult(
					`Sent. Reference: ${ticket.reference}. A person answers by ${ticket.promisedInWords}. How it stands, for the person only:\n${status}`,
					{
						reference: ticket.reference,
						promisedAt: ticket.promisedAt,
						statusUrl: status,
					},
				);
			});
		},
	);
}
