import type { TrailEntry } from "#contract/tickets.ts";
import type { HandoffMessage } from "./destination.ts";

/** A part of the text that an agent reads. */
export interface StorySection {
	heading: string;
	/** Paragraphs of the customer's or the page's words, to be shown as they are. */
	text?: string;
	/** Facts, one a line. */
	lines?: string[];
	/** Links, one a line. */
	links?: { label: string; url: string }[];
}

const affected: Record<string, string> = { one: "one person", several: "several people", everyone: "everyone in the organisation" };
const impairment: Record<string, string> = {
	question: "a question or a wish",
	minor: "annoying, but work goes on",
	major: "something important does not work properly",
	blocked: "the customer cannot go on at all",
};
const risk: Record<string, string> = { none: "none", "at-risk": "data or money is in danger", lost: "data is lost or was seen by strangers" };

/**
 * The ticket as an agent reads it, in the order of the escalation template: the issue in short, what was tried with results,
 * version and environment, why it needs a person, what the customer expects, and a suggested next step.
 */
export function storyOf(message: HandoffMessage, { withFiles = true }: { withFiles?: boolean } = {}): StorySection[] {
	const { customer, severity, attachments, fromArticle, suggestedArticles, trail } = message;
	const sections: StorySection[] = [
		{ heading: "Issue", text: message.description },
		{
			heading: "Tried so far",
			...(message.tried !== "" && { text: message.tried }),
			lines: trail.length > 0 ? trail.map(stepOf) : message.tried === "" ? ["Nothing was said."] : [],
		},
		{
			heading: "Version and environment",
			lines: [message.product && `Part of the product: ${message.product}`, message.environment && `Environment: ${message.environment}`].filter(
				(line) => line !== "",
			),
		},
		{
			heading: "Why it needs a person",
			lines: [
				`${message.priority}: ${severity.affected in affected ? affected[severity.affected] : severity.affected}, ${impairment[severity.impairment] ?? severity.impairment}`,
				`Risk: ${risk[severity.risk] ?? severity.risk}`,
				trail.some(({ kind }) => kind === "rejected") ? "Suggested articles did not solve it." : "",
				trail.some((step) => step.kind === "answer" && step.title !== undefined) ? "Answers of the centre did not solve it." : "",
			].filter((line) => line !== ""),
		},
		{ heading: "What the customer expects", lines: [`A first answer by ${message.promisedInWords} (${message.promisedAt})`] },
		{
			heading: "Suggested next step",
			lines: [`${message.team} (${message.tier}), then ${message.fallback}`],
			links: suggestedArticles.map(({ title, url }) => ({ label: title, url })),
		},
		{
			heading: "Customer",
			lines: [
				`${customer.name} <${customer.email}>`,
				customer.company,
				customer.tier ? `Plan: ${customer.tier} (signed by the product)` : "",
				`Language: ${nameOfLanguage(message.locale)}`,
				`Reference: ${message.reference}`,
				...(message.remarks ?? []),
			].filter((line) => line !== ""),
			...(fromArticle && { links: [{ label: `Came from: ${fromArticle.title}`, url: fromArticle.url }] }),
		},
	];
	if (withFiles && attachments.length > 0)
		sections.push({ heading: "Files", links: attachments.map(({ name, type, url }) => ({ label: `${name} (${type})`, url })) });
	return sections.filter(({ text, lines = [], links = [] }) => text || lines.length > 0 || links.length > 0);
}

/** A language by its English name, for agents. Example: `German` */
function nameOfLanguage(locale: string): string {
	try {
		return new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;
	} catch {
		// What only looks like a locale must not hold a ticket up.
		return locale;
	}
}

function stepOf(entry: TrailEntry): string {
	switch (entry.kind) {
		case "search":
			return `Searched for “${entry.query}”: ${entry.results === 0 ? "no good answer" : `${entry.results} found`}`;
		case "article":
			return `Read “${entry.title}”`;
		case "vote":
			return `Said that ${entry.article} ${entry.helpful === "yes" ? "helped" : "did not help"}`;
		case "rejected":
			return `“${entry.title}” was suggested and did not solve it`;
		case "answer":
			return `Asked “${entry.question}”: ${entry.title === undefined ? "no good answer" : `answered from “${entry.title}”`}`;
		case "guided":
			return [
				`Answered in “${entry.title}”: ${entry.answers.map(({ question, answer }) => `${question} – ${answer}`).join(" · ")}`,
				...(entry.outcome === undefined ? [] : [`Came to “${entry.outcome}”`]),
			].join(" · ");
	}
}

/** Subject of the ticket at a desk; one that was sent to try the connection says so. */
export function subjectOf({ subject, test }: HandoffMessage): string {
	return test ? `[Test, please ignore] ${subject}` : subject;
}

/** The story as plain text. */
export function asPlainText(sections: StorySection[]): string {
	return sections
		.map(({ heading, text, lines = [], links = [] }) =>
			[heading.toUpperCase(), ...(text ? [text] : []), ...lines.map((line) => `- ${line}`), ...links.map(({ label, url }) => `- ${label}: ${url}`)].join("\n"),
		)
		.join("\n\n");
}

/** The story as HTML in which every word is a word: nothing a customer typed is markup. */
export function asHtml(sections: StorySection[]): string {
	return sections
		.map(({ heading, text, lines = [], links = [] }) => {
			const items = [
				...lines.map((line) => `<li>${escapeHtml(line)}</li>`),
				...links.map(({ label, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></li>`),
			];
			return [
				`<p><strong>${escapeHtml(heading)}</strong></p>`,
				text ? `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>` : "",
				items.length > 0 ? `<ul>${items.join("")}</ul>` : "",
			].join("");
		})
		.join("");
}

/** Text as text in HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
