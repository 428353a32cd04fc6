import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../env.ts";
import { DeskRefusal } from "../handoff/desk-client.ts";
import { sendByApi, sendByBinding, type MailSender } from "../handoff/mail-senders.ts";
import { connectorContext } from "../handoff/routing.ts";
import { escapeHtml } from "../handoff/ticket-story.ts";
import { logError } from "./log.ts";

/** How mail to customers is sent: by a mail service's API where its address is named, else by Cloudflare's binding. */
type MailSettings = NonNullable<SiteManifest["support"]["acknowledgement"]>;

/** A mail to a customer, in plain paragraphs. */
interface CustomerMail {
	/** The same at every attempt. */
	key: string;
	replyTo: string;
	subject: string;
	paragraphs: string[];
	/** Language of the paragraphs, and which way their lines run. */
	lang: string;
	dir: "ltr" | "rtl";
	/** Epoch milliseconds. */
	now: number;
}

/** The way to one address; null where none is set up. */
export function mailTo(env: Env, { from, urlFrom, secretFrom }: MailSettings, to: string): MailSender | null {
	const context = connectorContext(env);
	if (urlFrom === undefined) return sendByBinding({ mail: env.MAIL, from, to }, context);
	return sendByApi({ url: context.setting(urlFrom), key: context.setting(secretFrom ?? ""), from, to }, context);
}

/** Sends a mail. False when it could not be sent; who it was for and what was in it is not logged. */
export async function sendMail(sender: MailSender, { key, replyTo, subject, paragraphs, lang, dir, now }: CustomerMail): Promise<boolean> {
	const inHtml = paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`).join("");
	const html = `<div lang="${lang}" dir="${dir}">${inHtml}</div>`;
	try {
		// The mark of mail that no person wrote: another machine does not answer it (RFC 3834).
		const headers = { "Auto-Submitted": "auto-replied" };
		await sender.send({ key, subject, text: paragraphs.join("\n\n"), html, replyTo, headers, files: [] }, { now, again: false });
		return true;
	} catch (error) {
		const reason = error instanceof DeskRefusal ? error.outcome.kind : "failed";
		logError("mail_failed", { reason });
		return false;
	}
}
