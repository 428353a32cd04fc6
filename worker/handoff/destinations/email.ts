import type { SettingsOf } from "#contract/destinations.ts";
import { unconfigured } from "../lib/outcomes.ts";
import { cut, onOneLine } from "../lib/cut.ts";
import { DeskRefusal, outcomeOf } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffAttachment, Outcome } from "../destination.ts";
import { sendByApi, sendByBinding, type Mail, type MailFile, type MailSender } from "../mail-senders.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { takeFiles } from "../lib/take-files.ts";
import { asHtml, asPlainText, storyOf, subjectOf, type StorySection } from "../ticket-story.ts";

/** Letters of a subject; more is not shown anywhere. */
const longestSubject = 240;

/**
 * Mails tickets to an address: by Cloudflare's `send_email` binding, or by Resend's HTTP API (or one that takes the same calls).
 * An answer goes to the customer (`Reply-To`), and all mails of a ticket refer to one id, so that mail programs show them as
 * one conversation.
 *
 * A mailbox cannot be asked what it holds: at least once. Resend keeps an `Idempotency-Key` (the delivery's id) for 24 hours
 * and sends a mail once within them; the binding has nothing like it. A mail that comes twice carries the same reference.
 *
 * @see https://developers.cloudflare.com/email-service/api/send-emails/workers-api/
 * @see https://developers.cloudflare.com/email-service/reference/headers/
 * @see https://resend.com/docs/api-reference/emails/send-email
 * @see https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export function createEmail({ id, via, urlFrom = "", secretFrom = "", from, to }: SettingsOf<"email">, context: ConnectorContext): Destination {
	const { setting, mail } = context;
	const sender =
		via === "binding" ? sendByBinding({ mail, from, to }, context) : sendByApi({ url: setting(urlFrom), key: setting(secretFrom), from, to }, context);
	return {
		id,
		deliver: (message, attempt) =>
			withSender(async (ready) => {
				const { taken, left } = await takeFiles(message.attachments, ready.largestFiles);
				const files = taken.map(({ file: { name, type }, bytes }) => ({ name: onOneLine(name), type, bytes }));
				const mailWith = (attached: MailFile[], attachments: HandoffAttachment[], key: string) =>
					mailOf({
						key,
						subject: `[${message.reference}] ${message.priority} ${subjectOf(message)}`,
						sections: storyOf({ ...message, attachments }),
						thread: message.deliveryId,
						replyTo: message.customer.email,
						files: attached,
					});
				try {
					return await ready.send(mailWith(files, left, message.deliveryId), attempt);
				} catch (error) {
					if (files.length === 0 || !isAboutContent(error)) throw error;
					// A service may refuse a kind of file, or so much of it: the ticket goes all the same.
					return await ready.send(mailWith([], message.attachments, `${message.deliveryId}/links`), attempt);
				}
			}),
		addNote: (note, attempt) =>
			withSender((ready) =>
				ready.send(
					mailOf({
						key: note.deliveryId,
						subject: `Re: [${note.reference}] ${{ note: "More from the customer", closed: "Closed by the customer", reopened: "Reopened by the customer" }[note.kind]}`,
						sections: storyOfNote(note),
						thread: note.ticketDeliveryId,
						replyTo: note.customer.email,
						files: [],
					}),
					attempt,
				),
			),
		alert: (text, attempt) => withSender((ready) => ready.send(alertOf(text, attempt), attempt)),
		announce: ({ key, kind, title, sections }, attempt) =>
			withSender((ready) => ready.send(mailOf({ key, subject: title, sections, thread: kind, replyTo: to, files: [] }), attempt)),
	};

	function withSender(work: (ready: MailSender) => Promise<Outcome>): Promise<Outcome> {
		if (!sender) return Promise.resolve(unconfigured);
		return outcomeOf(() => work(sender));
	}

	function alertOf(text: string, { now }: Attempt): Mail {
		return mailOf({
			key: `alert_${now}`,
			subject: "Tickets wait for somebody",
			sections: [{ heading: "Alert", text }],
			thread: `alerts`,
			replyTo: to,
			files: [],
		});
	}

	function mailOf({ key, subject, sections, thread, replyTo, files }: MailParts): Mail {
		return {
			key,
			// A line break, or any other control character, would end the header and begin one of the customer's.
			subject: cut(onOneLine(subject).replace(/\p{Cc}+/gu, " "), longestSubject),
			text: asPlainText(sections),
			html: asHtml(sections),
			replyTo,
			headers: { References: `<${thread}@${from.split("@").at(-1) ?? ""}>` },
			files,
		};
	}
}

interface MailParts extends Pick<Mail, "key" | "subject" | "replyTo" | "files"> {
	sections: StorySection[];
	/** Id that all mails of one conversation share. */
	thread: string;
}

/** Whether the service took the credentials and did not take the mail. */
function isAboutContent(error: unknown): boolean {
	return error instanceof DeskRefusal && error.outcome.kind === "dead" && (error.status === null || [400, 413, 422].includes(error.status));
}
