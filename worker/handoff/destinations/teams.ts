import type { SettingsOf } from "#contract/destinations.ts";
import { unconfigured } from "../lib/outcomes.ts";
import { cut, onOneLine } from "../lib/cut.ts";
import { createDeskClient, outcomeOf } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, Outcome } from "../destination.ts";
import { bytesOf, fitStory } from "../lib/fit-text.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { disarmPlaceholders } from "../lib/placeholders.ts";
import { storyOf, subjectOf, type StorySection } from "../ticket-story.ts";

/** Bytes of a message. Teams names 28 KB, with what it adds itself: messages of 21 KB are known to be refused. */
const largestMessage = 20_000;

/** Letters of a button. */
const longestTitle = 100;

type Element =
	/** Words of ours. Markdown is read in them. */
	| { type: "TextBlock"; text: string; weight: "Bolder"; separator: true; wrap: true }
	/** Words of anybody: text runs know no formatting. */
	| { type: "RichTextBlock"; spacing?: "None"; inlines: (string | { type: "TextRun"; text: string; size: "Large"; weight: "Bolder" })[] }
	| { type: "ActionSet"; actions: { type: "Action.OpenUrl"; title: string; url: string }[] };

/**
 * Posts tickets to a Microsoft Teams channel as an Adaptive Card 1.4, by a workflow that begins with "When a Teams webhook
 * request is received". The customer's words stand in text runs, which know no Markdown and no mentions; what cards fill in (`{{DATE(…)}}`) is disarmed. A story that is too
 * long for one message is cut with "…".
 *
 * The workflow answers 202 before it posts and cannot be asked what it posted: at least once. A card that comes twice carries
 * the same reference. Whether the workflow could post is seen in its run history only.
 *
 * @see https://learn.microsoft.com/en-us/connectors/teams/#microsoft-teams-webhook
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 * @see https://adaptivecards.io/explorer/RichTextBlock.html
 */
export function createTeams({ id, urlFrom }: SettingsOf<"teams">, { setting, allowLoopback, timeoutMs }: ConnectorContext): Destination {
	const url = setting(urlFrom);
	return {
		id,
		deliver: (message, attempt) => post(`${message.priority} ${message.reference}: ${subjectOf(message)}`, storyOf(message), attempt),
		addNote: (note, attempt) => post(`Ticket ${note.reference}`, storyOfNote(note), attempt),
		alert: (text, attempt) => post("Tickets wait for somebody", [{ heading: "Alert", text, links: addressesIn(text) }], attempt),
		announce: ({ title, sections }, attempt) => post(title, sections, attempt),
	};

	function post(title: string, sections: StorySection[], { now, requestId }: Attempt): Promise<Outcome> {
		if (!url) return Promise.resolve(unconfigured);
		return outcomeOf(async () => {
			const client = createDeskClient({ url, allowLoopback, timeoutMs, now, requestId });
			await client.call({ json: fitStory(sections, (fitting) => messageOf(onOneLine(title), fitting), sizeOf, largestMessage), ignoreAnswer: true });
			return { kind: "delivered", deskReference: null };
		});
	}
}

function messageOf(title: string, sections: StorySection[]): object {
	const heading: Element = { type: "RichTextBlock", inlines: [{ type: "TextRun", text: disarmPlaceholders(title), size: "Large", weight: "Bolder" }] };
	const content = {
		$schema: "http://adaptivecards.io/schemas/adaptive-card.json",
		type: "AdaptiveCard",
		version: "1.4",
		body: [heading, ...sections.flatMap(elementsOf)],
		msteams: { width: "Full" },
	};
	return { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }] };
}

function elementsOf({ heading, text = "", lines = [], links = [] }: StorySection): Element[] {
	// A line break within a run is not shown everywhere; a block of its own is.
	const words = [...text.split("\n").filter((line) => line.trim() !== ""), ...lines.map((line) => `• ${onOneLine(line)}`)];
	return [
		{ type: "TextBlock", text: heading, weight: "Bolder", separator: true, wrap: true },
		...words.map((line): Element => ({ type: "RichTextBlock", spacing: "None", inlines: [disarmPlaceholders(line)] })),
		...(links.length > 0 ? [{ type: "ActionSet" as const, actions: links.map(openUrl) }] : []),
	];
}

function openUrl({ label, url }: { label: string; url: string }): { type: "Action.OpenUrl"; title: string; url: string } {
	return { type: "Action.OpenUrl", title: cut(onOneLine(disarmPlaceholders(label)), longestTitle), url };
}

/** Addresses in a text of ours: in a text run nobody could click them. */
function addressesIn(text: string): { label: string; url: string }[] {
	return [...text.matchAll(/https:\/\/\S+[\w/]/g)].map(([url]) => ({ label: "Open", url }));
}

function sizeOf(message: object): number {
	return bytesOf(JSON.stringify(message));
}
