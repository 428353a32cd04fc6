import type { HandoffNote } from "../destination.ts";
import type { StorySection } from "../ticket-story.ts";

const headings: Record<HandoffNote["kind"], string> = {
	note: "The customer adds",
	closed: "The customer closes the ticket: no answer is needed any more",
	reopened: "The customer reopens the ticket",
};

/** A note as an agent reads it. */
export function storyOfNote({ kind, text, customer, reference }: HandoffNote): StorySection[] {
	return [{ heading: headings[kind], text, lines: [`${customer.name} <${customer.email}>`, `Reference: ${reference}`] }];
}
