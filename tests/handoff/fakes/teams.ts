import * as z from "zod";
import { createChannel } from "./channel.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk } from "./fake-desk.ts";
import { readCardText } from "./read-card-text.ts";
import type { ReadText } from "./read-text.ts";

/**
 * A Teams channel behind a workflow ("When a Teams webhook request is received"), which posts the Adaptive Card that it gets.
 *
 * @see https://learn.microsoft.com/en-us/connectors/teams/#microsoft-teams-webhook read on 2026-11-21
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 * @see https://adaptivecards.io/explorer/
 */
export const teamsAddress =
	"/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=c2lnbmF0dXJl";

/** Bytes of a message. The action that posts it fails beyond; a refusal shows that sooner. */
const largest = 28 * 1024;

const expected = new URL(teamsAddress, "http://teams.example");

const layout = {
	id: z.string().optional(),
	isVisible: z.boolean().optional(),
	separator: z.boolean().optional(),
	spacing: z
		.enum(["none", "small", "default", "medium", "large", "extraLarge", "padding", "None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"])
		.optional(),
	height: z.enum(["auto", "stretch"]).optional(),
};
const look = {
	color: z
		.enum(["default", "dark", "light", "accent", "good", "warning", "attention", "Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"])
		.optional(),
	fontType: z.enum(["default", "monospace", "Default", "Monospace"]).optional(),
	isSubtle: z.boolean().optional(),
	size: z.enum(["default", "small", "medium", "large", "extraLarge", "Default", "Small", "Medium", "Large", "ExtraLarge"]).optional(),
	weight: z.enum(["default", "lighter", "bolder", "Default", "Lighter", "Bolder"]).optional(),
};
const alignment = { horizontalAlignment: z.enum(["left", "center", "right", "Left", "Center", "Right"]).optional() };

const openUrl = z.strictObject({ type: z.literal("Action.OpenUrl"), title: z.string().optional(), url: z.url(), tooltip: z.string().optional() });

const textRun = z.strictObject({
	type: z.literal("TextRun"),
	text: z.string(),
	...look,
	highlight: z.boolean().optional(),
	italic: z.boolean().optional(),
	strikethrough: z.boolean().optional(),
	underline: z.boolean().optional(),
	selectAction: openUrl.optional(),
});
const leaf = [
	z.strictObject({
		type: z.literal("TextBlock"),
		...layout,
		...look,
		...alignment,
		text: z.string(),
		wrap: z.boolean().optional(),
		maxLines: z.int().optional(),
		style: z.enum(["default", "heading", "columnHeader"]).optional(),
	}),
	z.strictObject({ type: z.literal("RichTextBlock"), ...layout, ...alignment, inlines: z.array(z.union([z.string(), textRun])) }),
	z.strictObject({ type: z.literal("FactSet"), ...layout, facts: z.array(z.strictObject({ title: z.string(), value: z.string() })) }),
	z.strictObject({ type: z.literal("ActionSet"), ...layout, actions: z.array(openUrl) }),
] as const;
const container = z.strictObject({
	type: z.literal("Container"),
	...layout,
	style: z.enum(["default", "emphasis", "good", "attention", "warning", "accent"]).optional(),
	bleed: z.boolean().optional(),
	items: z.array(z.discriminatedUnion("type", leaf)),
});
const element = z.discriminatedUnion("type", [...leaf, container]);

const payload = z.strictObject({
	type: z.literal("message"),
	attachments: z
		.array(
			z.strictObject({
				contentType: z.literal("application/vnd.microsoft.card.adaptive"),
				contentUrl: z.null().optional(),
				content: z.strictObject({
					$schema: z.string().optional(),
					type: z.literal("AdaptiveCard"),
					version: z.enum(["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"]),
					body: z.array(element),
					actions: z.array(openUrl).optional(),
					fallbackText: z.string().optional(),
					lang: z.string().optional(),
					msteams: z.strictObject({ width: z.literal("Full") }).optional(),
				}),
			}),
		)
		.min(1),
});

/** Starts the workflow. It cannot be asked what it posted. */
export function startFakeTeams(): Promise<FakeDesk> {
	const channel = createChannel();
	return startFakeDesk({
		targetOf: ({ body }) => (channel.continues(body.toString("utf8")) ? "note" : "ticket"),
		refusals: {
			validation: failure(400, "TriggerInputSchemaMismatch", "The input body for trigger 'manual' of type 'Request' did not match its schema definition."),
			unauthorized: failure(401, "AuthorizationFailed", "The authentication credentials are not valid."),
			tooMany: (seconds) => ({
				...failure(429, "WorkflowTriggerRateExceeded", "The rate of requests exceeds the limit."),
				headers: { "retry-after": String(seconds) },
			}),
		},
		answer(request, tickets) {
			if (request.path !== expected.pathname) throw new Refused(failure(404, "WorkflowNotFound", "The workflow could not be found."));
			for (const [name, value] of expected.searchParams)
				if (request.query.get(name) !== value) throw new Refused(failure(401, "AuthorizationFailed", "The authentication credentials are not valid."));
			if (request.method !== "POST") throw new Refused(failure(405, "MethodNotAllowed", "The trigger takes POST."));
			if (request.body.length > largest) throw new Refused(failure(413, "RequestEntityTooLarge", "The message is larger than 28 KB."));
			const { success, data, error } = payload.safeParse(request.json());
			if (!success) throw new Refused(failure(400, "TriggerInputSchemaMismatch", z.prettifyError(error)));
			const parts = data.attachments.flatMap(({ content }) => [...content.body.flatMap(readElement), ...(content.actions ?? []).map(readAction)]);
			const shown = parts.map(({ text }) => text).join("\n");
			channel.post(
				request.body.toString("utf8"),
				{ subject: shown.trimStart().split("\n", 1)[0] ?? "", text: shown, files: [], alarms: parts.flatMap(({ alarms }) => alarms) },
				tickets,
			);
			return { status: 202 };
		},
	});
}

function readElement(part: z.infer<typeof element>): ReadText[] {
	switch (part.type) {
		case "TextBlock":
			return [readCardText(part.text)];
		case "RichTextBlock":
			return [readRuns(part.inlines)];
		case "FactSet":
			return part.facts.flatMap(({ title, value }) => [readCardText(title), readCardText(value)]);
		case "ActionSet":
			return part.actions.map(readAction);
		case "Container":
			return part.items.flatMap(readElement);
	}
}

/** Runs know no Markdown, but the functions of cards are filled in everywhere. */
function readRuns(inlines: (string | z.infer<typeof textRun>)[]): ReadText {
	const text = inlines.map((inline) => (typeof inline === "string" ? inline : inline.text + addressOf(inline))).join("");
	return { text, alarms: readCardText(text).alarms.filter((alarm) => alarm.startsWith("function:")) };
}

function addressOf({ selectAction }: z.infer<typeof textRun>): string {
	return selectAction ? ` ${selectAction.url}` : "";
}

function readAction({ title = "", url }: z.infer<typeof openUrl>): ReadText {
	return { text: `${title} ${url}`, alarms: /^https:/.test(url) ? [] : [`link to ${url}`] };
}

function failure(status: number, code: string, message: string): FakeAnswer {
	return { status, json: { error: { code, message } } };
}
