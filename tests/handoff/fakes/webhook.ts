import * as z from "zod";
import { isSigned } from "#scripts/lib/practice-desk.ts";
import { Refused, startFakeDesk, type FakeDesk, type FakeTicket } from "./fake-desk.ts";

/**
 * A receiver of Standard Webhooks. Written from the specification and from docs/handoff.md.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md read on 2026-11-21
 */
export const webhookSecret = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;

const link = z.strictObject({ title: z.string(), url: z.url() });
const customer = z.strictObject({ name: z.string(), email: z.email(), company: z.string(), tier: z.string().nullable() });

const created = z.strictObject({
	reference: z.string(),
	createdAt: z.iso.datetime(),
	priority: z.enum(["P1", "P2", "P3", "P4", "P5"]),
	category: z.strictObject({ id: z.string(), label: z.string() }),
	team: z.string(),
	tier: z.string(),
	fallback: z.string(),
	channel: z.string(),
	locale: z.string(),
	promisedAt: z.iso.datetime(),
	promisedInWords: z.string(),
	customer,
	subject: z.string(),
	description: z.string(),
	tried: z.string(),
	product: z.string(),
	environment: z.string(),
	severity: z.strictObject({ affected: z.string(), impairment: z.string(), risk: z.string() }),
	trail: z.array(z.looseObject({ kind: z.string() })),
	fromArticle: link.extend({ id: z.string() }).nullable(),
	suggestedArticles: z.array(link),
	attachments: z.array(z.strictObject({ name: z.string(), type: z.string(), size: z.int(), url: z.url() })),
	test: z.boolean(),
});

const noted = z.strictObject({
	ticketDeliveryId: z.uuid(),
	reference: z.string(),
	deskReference: z.string().nullable(),
	text: z.string(),
	createdAt: z.iso.datetime(),
	customer: customer.pick({ name: true, email: true }),
});

const news = z.looseObject({ title: z.string() });

const timestamp = z.iso.datetime();
const message = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("alert"), timestamp, data: z.strictObject({ text: z.string() }) }),
	z.strictObject({ type: z.literal("digest"), timestamp, data: news }),
	z.strictObject({ type: z.literal("daily-alert"), timestamp, data: news }),
	z.strictObject({ type: z.literal("ticket.created"), timestamp, data: created }),
	...(["ticket.note", "ticket.closed", "ticket.reopened"] as const).map((type) => z.strictObject({ type: z.literal(type), timestamp, data: noted })),
]);

/** Starts the receiver. Its clock is that of the tests: an old timestamp is refused. */
export function startFakeWebhook(now: () => number): Promise<FakeDesk> {
	const seen = new Map<string, string>();
	return startFakeDesk({
		targetOf: ({ body }) => (body.includes('"ticket.created"') ? "ticket" : "note"),
		refusals: { validation: { status: 422 }, unauthorized: { status: 401 } },
		answer(request, tickets) {
			const id = String(request.headers["webhook-id"]);
			if (!isSigned(request.headers, request.body.toString("utf8"), webhookSecret, now())) throw new Refused({ status: 401 });
			const { success, data: sent, error } = message.safeParse(request.json());
			if (!success) throw new Refused({ status: 422, body: z.prettifyError(error) });
			const known = seen.get(id);
			if (known !== undefined) return { status: 200, json: { reference: known } };
			if (sent.type === "alert" || sent.type === "digest" || sent.type === "daily-alert") return { status: 204 };
			const reference = sent.type === "ticket.created" ? file(sent.data, tickets) : append(sent.type, sent.data, tickets);
			seen.set(id, reference);
			return { status: 200, json: { reference } };
		},
	});
}

function file(data: z.infer<typeof created>, tickets: FakeTicket[]): string {
	const reference = `HOOK-${1001 + tickets.length}`;
	// A receiver gets fields and no text; the strings of the fields, as they are, are what it can show.
	const text = strings(data).join("\n");
	tickets.push({
		reference,
		subject: data.subject,
		text: `${data.test ? "[Test, please ignore]\n" : ""}${text}\n${data.trail.some(({ results }) => results === 0) ? "no good answer" : ""}`,
		notes: [],
		files: [],
		open: true,
		alarms: [],
	});
	return reference;
}

function append(type: string, { deskReference, text }: z.infer<typeof noted>, tickets: FakeTicket[]): string {
	const ticket = tickets.find(({ reference }) => reference === deskReference);
	if (!ticket?.reference) throw new Refused({ status: 404 });
	ticket.notes.push(text);
	if (type !== "ticket.note") ticket.open = type === "ticket.reopened";
	return ticket.reference;
}

function strings(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}
