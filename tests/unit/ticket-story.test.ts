import { expect, it } from "vitest";
import { asPlainText, storyOf } from "#worker/handoff/ticket-story.ts";
import { makeMessage } from "../handoff/messages.ts";

it.each([
	["de", "Language: German"],
	["pt-BR", "Language: Brazilian Portuguese"],
	["en-abc", "Language: en-abc"],
])("tells an agent in English in which language the customer wrote (%s)", (locale, line) => {
	expect(asPlainText(storyOf(makeMessage({ locale }))).split("\n")).toContain(`- ${line}`);
});
