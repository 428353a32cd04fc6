import type { SettingsOf } from "#contract/destinations.ts";
import { unconfigured } from "../lib/outcomes.ts";
import { onOneLine } from "../lib/cut.ts";
import { createDeskClient, outcomeOf } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, Outcome } from "../destination.ts";
import { fitStory, piecesOf } from "../lib/fit-text.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { storyOf, subjectOf, type StorySection } from "../ticket-story.ts";

/** Letters of a text object, of a header, of one of its fields, and of all blocks together. Slack publishes no figure for the last: it refuses from about 13,000. */
const longestText = 3000;
const longestHeader = 150;
const longestField = 2000;
const longestMessage = 12_000;

/** Links in one section: a label and an address each, ten fields at most. */
const linksPerSection = 5;

type TextObject = { type: "plain_text"; text: string; emoji: false } | { type: "mrkdwn"; text: string };
type Block = { type: "header" | "section"; text: TextObject } | { type: "section"; fields: TextObject[] };

/**
 * Posts tickets to a Slack channel, by incoming webhook with Block Kit. The customer's words stand in `plain_text`, which knows
 * no formatting; what Slack reads in every text object (`&`, `<`, `>`) is escaped. A story that is too long for one message is
 * cut with "…".
 *
 * A webhook has no idempotency key and cannot be asked what it posted: at least once. A message that comes twice carries the
 * same reference.
 *
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * @see https://docs.slack.dev/messaging/formatting-message-text
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export function createSlack({ id, urlFrom }: SettingsOf<"slack">, { setting, allowLoopback, timeoutMs }: ConnectorContext): Destination {
	const url = setting(urlFrom);
	return {
		id,
		deliver(message, attempt) {
			const title = onOneLine(`${message.priority} ${message.reference}: ${subjectOf(message)}`);
			return post({ text: escapeControl(title), blocks: blocksOf(title, storyOf(message)) }, attempt);
		},
		addNote(note, attempt) {
			const title = `Ticket ${note.reference}`;
			return post({ text: title, blocks: blocksOf(title, storyOfNote(note)) }, attempt);
		},
		// An alert is our own text: Slack may make links of the addresses in it.
		alert: (text, attempt) => post({ text: escapeControl(text) }, attempt),
		announce: ({ title, sections }, attempt) => post({ text: escapeControl(title), blocks: blocksOf(title, sections) }, attempt),
	};

	function post(payload: { text: string; blocks?: Block[] }, { now, requestId }: Attempt): Promise<Outcome> {
		if (!url) return Promise.resolve(unconfigured);
		return outcomeOf(async () => {
			const client = createDeskClient({ url, allowLoopback, timeoutMs, now, requestId });
			// Without previews: they would have Slack open the links of files that are meant for agents.
			await client.call({ json: { ...payload, unfurl_links: false, unfurl_media: false }, ignoreAnswer: true });
			return { kind: "delivered", deskReference: null };
		});
	}
}

function blocksOf(title: string, sections: StorySection[]): Block[] {
	const header = piecesOf(title, longestHeader, lengthOf);
	const whole: StorySection[] = header.length > 1 ? [{ heading: "Subject", text: title }, ...sections] : sections;
	return [
		{ type: "header", text: plain(header.length > 1 ? `${piecesOf(title, longestHeader - 1, lengthOf)[0] ?? ""}…` : title) },
		...fitStory(whole, (fitting) => fitting.flatMap(blocksOfSection), sizeOf, longestMessage),
	];
}

function blocksOfSection({ heading, text = "", lines = [], links = [] }: StorySection): Block[] {
	const words = [...(text.trim() === "" ? [] : [text]), ...lines.map((line) => `• ${onOneLine(line)}`)].join("\n");
	const pairs = links.map(({ label, url }): TextObject[] => [
		plain(piecesOf(label, longestField, lengthOf)[0] || "–"),
		{ type: "mrkdwn", text: `<${escapeAddress(url)}|Open>` },
	]);
	return [
		{ type: "section", text: { type: "mrkdwn", text: `*${heading}*` } },
		...(words === "" ? [] : piecesOf(words, longestText, lengthOf).map((piece): Block => ({ type: "section", text: plain(piece) }))),
		...Array.from({ length: Math.ceil(pairs.length / linksPerSection) }, (_, index): Block => {
			const some = pairs.slice(index * linksPerSection, (index + 1) * linksPerSection);
			return { type: "section", fields: some.flat() };
		}),
	];
}

function sizeOf(blocks: Block[]): number {
	const texts = blocks.flatMap((block) => ("fields" in block ? block.fields : [block.text]));
	return texts.reduce((sum, { text }) => sum + text.length, 0);
}

/** `emoji: false` leaves `:words:` as they are. */
function plain(text: string): TextObject {
	return { type: "plain_text", text: escapeControl(text), emoji: false };
}

/** What Slack would read as a mention, a link or a date. */
function escapeControl(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Letters that a text has once it is escaped. */
function lengthOf(text: string): number {
	return escapeControl(text).length;
}

/** An address within `<…|…>`. */
function escapeAddress(url: string): string {
	return url.replace(/[<>|]/g, encodeURIComponent).replaceAll("&", "&amp;");
}
