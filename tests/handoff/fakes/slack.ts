import * as z from "zod";
import { createChannel } from "./channel.ts";
import { Refused, startFakeDesk, type FakeDesk } from "./fake-desk.ts";
import { readMrkdwn, readPlainText } from "./read-mrkdwn.ts";
import type { ReadText } from "./read-text.ts";

/**
 * A Slack channel behind an incoming webhook. Refusals are words, not JSON.
 *
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks read on 2026-11-21
 * @see https://docs.slack.dev/reference/block-kit/blocks
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
export const slackPath = "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";

const blockId = { block_id: z.string().max(255).optional() };
const plainText = z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(3000), emoji: z.boolean().optional() });
const mrkdwn = z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(3000), verbatim: z.boolean().optional() });
const textObject = z.discriminatedUnion("type", [plainText, mrkdwn]);
const fieldText = textObject.refine(({ text }) => text.length <= 2000, "must be no more than 2000 characters");

const style = z.strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean(), underline: z.boolean() }).partial().optional();
const richInline = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("text"), text: z.string().min(1), style }),
	z.strictObject({ type: z.literal("link"), url: z.url(), text: z.string().optional(), unsafe: z.boolean().optional(), style }),
	z.strictObject({ type: z.literal("emoji"), name: z.string(), unicode: z.string().optional(), style }),
	z.strictObject({ type: z.literal("user"), user_id: z.string(), style }),
	z.strictObject({ type: z.literal("usergroup"), usergroup_id: z.string(), style }),
	z.strictObject({ type: z.literal("broadcast"), range: z.enum(["here", "channel", "everyone"]), style }),
]);
const richElements = z.array(richInline);
const richSection = z.strictObject({ type: z.literal("rich_text_section"), elements: richElements });
const richPart = z.discriminatedUnion("type", [
	richSection,
	z.strictObject({
		type: z.literal("rich_text_list"),
		style: z.enum(["bullet", "ordered"]),
		elements: z.array(richSection),
		indent: z.int().optional(),
		offset: z.int().optional(),
		border: z.int().optional(),
	}),
	z.strictObject({ type: z.literal("rich_text_preformatted"), elements: richElements, border: z.int().optional() }),
	z.strictObject({ type: z.literal("rich_text_quote"), elements: richElements, border: z.int().optional() }),
]);

const block = z.discriminatedUnion("type", [
	z
		.strictObject({
			type: z.literal("section"),
			...blockId,
			text: textObject.optional(),
			fields: z.array(fieldText).min(1).max(10).optional(),
			expand: z.boolean().optional(),
		})
		.refine(({ text, fields }) => text !== undefined || fields !== undefined, "needs text or fields"),
	z.strictObject({ type: z.literal("header"), ...blockId, text: plainText.refine(({ text }) => text.length <= 150, "must be no more than 150 characters") }),
	z.strictObject({ type: z.literal("divider"), ...blockId }),
	z.strictObject({ type: z.literal("context"), ...blockId, elements: z.array(textObject).min(1).max(10) }),
	z.strictObject({ type: z.literal("rich_text"), ...blockId, elements: z.array(richPart).min(1) }),
]);

const payload = z.strictObject({
	/** Shown in notifications; the message itself where there are no blocks. */
	text: z.string().max(40_000).optional(),
	blocks: z.array(block).max(50).optional(),
	mrkdwn: z.boolean().optional(),
	unfurl_links: z.boolean().optional(),
	unfurl_media: z.boolean().optional(),
});

type Block = z.infer<typeof block>;
type RichInline = z.infer<typeof richInline>;

/** Starts the workspace. It cannot be asked what it holds. */
export function startFakeSlack(): Promise<FakeDesk> {
	const channel = createChannel();
	return startFakeDesk({
		targetOf: ({ body }) => (channel.continues(body.toString("utf8")) ? "note" : "ticket"),
		refusals: {
			validation: { status: 400, body: "invalid_blocks" },
			unauthorized: { status: 403, body: "invalid_token" },
			tooMany: (seconds) => ({ status: 429, headers: { "retry-after": String(seconds) }, body: "rate_limited" }),
		},
		answer(request, tickets) {
			if (request.method !== "POST" || request.path !== slackPath) throw new Refused({ status: 404, body: "no_service" });
			if (!request.headers["content-type"]?.startsWith("application/json")) throw new Refused({ status: 400, body: "invalid_payload" });
			const { success, data, error } = payload.safeParse(request.json());
			if (!success) throw new Refused({ status: 400, body: `invalid_blocks: ${z.prettifyError(error)}` });
			const { text = "", blocks = [], mrkdwn: formatted = true } = data;
			if (text === "" && blocks.length === 0) throw new Refused({ status: 400, body: "no_text" });
			const notification = formatted ? readMrkdwn(text) : { text, alarms: [] };
			const parts = blocks.length > 0 ? blocks.map(readBlock) : [notification];
			const shown = parts.map((part) => part.text).join("\n");
			channel.post(
				request.body.toString("utf8"),
				{
					subject: shown.trimStart().split("\n", 1)[0] ?? "",
					text: shown,
					files: [],
					// What is only shown in a notification mentions people all the same.
					alarms: [...parts, ...(blocks.length > 0 ? [notification] : [])].flatMap(({ alarms }) => alarms),
				},
				tickets,
			);
			return { status: 200, headers: { "content-type": "text/html" }, body: "ok" };
		},
	});
}

function readBlock(part: Block): ReadText {
	switch (part.type) {
		case "divider":
			return { text: "", alarms: [] };
		case "header":
			return readPlainText(part.text.text);
		case "section":
			return join([...(part.text ? [part.text] : []), ...(part.fields ?? [])].map(readTextObject), "\n");
		case "context":
			return join(part.elements.map(readTextObject), " ");
		case "rich_text":
			return join(
				part.elements.map((element) =>
					element.type === "rich_text_list"
						? join(
								element.elements.map(({ elements }) => readInline(elements)),
								"\n",
							)
						: readInline(element.elements),
				),
				"\n",
			);
	}
}

function readTextObject({ type, text }: z.infer<typeof textObject>): ReadText {
	return type === "mrkdwn" ? readMrkdwn(text) : readPlainText(text);
}

function readInline(elements: RichInline[]): ReadText {
	return join(
		elements.map((element) => {
			switch (element.type) {
				case "text":
					return { text: element.text, alarms: [] };
				case "link":
					// A link element is written by the sender, never by words in a text.
					return { text: `${element.text ?? ""} ${element.url}`, alarms: /^(?:https|mailto):/.test(element.url) ? [] : [`link to ${element.url}`] };
				case "emoji":
					return { text: `:${element.name}:`, alarms: [] };
				case "user":
				case "usergroup":
				case "broadcast":
					return { text: "", alarms: [`mention: ${element.type}`] };
			}
		}),
		"",
	);
}

function join(parts: ReadText[], separator: string): ReadText {
	return { text: parts.map(({ text }) => text).join(separator), alarms: parts.flatMap(({ alarms }) => alarms) };
}
