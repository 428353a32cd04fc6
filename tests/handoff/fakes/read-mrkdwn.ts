import { alarmOfLink } from "./channel.ts";
import type { ReadText } from "./read-text.ts";

const control = /<([^<>\n]*)>/g;
// Slack formats what stands between two marks, with a border of words outside and no space inside.
const formatted = /(?<=^|[\s\p{P}\u200B])([*_~`])(?=\S)([^\n]*?\S)\1(?=$|[\s\p{P}\u200B])/gmu;
const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/**
 * Reads Slack's mrkdwn as Slack shows it: `<…>` is a link or a mention, `*_~` and backticks format, three entities are
 * letters, and nothing can be escaped otherwise.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text read on 2026-11-21
 */
export function readMrkdwn(source: string): ReadText {
	const alarms: string[] = [];
	const plain = source.replace(control, (_, inside: string) => {
		if (/^[!@#]/.test(inside)) {
			alarms.push(`mention: ${inside}`);
			return "";
		}
		const [address = "", label = ""] = inside.split("|", 2);
		alarms.push(...alarmOfLink(address.replaceAll("&amp;", "&")));
		return `${label} ${address}`;
	});
	return { text: decode(plain.replace(formatted, "$2")), alarms };
}

/** Reads `plain_text`: nothing formats, and the three control characters are escaped as in every text object; one that is not is an alarm. */
export function readPlainText(source: string): ReadText {
	return { text: decode(source), alarms: [...source.matchAll(/[<>]/g)].map(([found]) => `not escaped: ${found}`) };
}

function decode(text: string): string {
	return text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}
