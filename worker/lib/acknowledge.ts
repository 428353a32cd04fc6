import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../env.ts";
import { mayAcknowledge } from "../queries/acknowledgements.ts";
import type { StoredTicket } from "../queries/tickets.ts";
import { answersTo } from "./answers-to.ts";
import { mailTo, sendMail } from "./mail.ts";
import type { Moment } from "./moment.ts";
import { describeAnswer } from "./make-ticket.ts";
import { speakIn, type Speech } from "./speech.ts";
import { hashesUntilTomorrow } from "./visitor.ts";

/** At most one mail to one address in this time, whatever is sent in its name. */
const pauseMs = 60 * 60 * 1000;

/**
 * Paragraphs of the mail that says that a message is here. Whoever types a stranger's address can make it arrive there, so it holds no word
 * that was typed: reference, promised time and links only.
 *
 * @param earlier status token of a ticket in which the same address said the same; null without one
 */
function acknowledgementText(site: SiteManifest, ticket: StoredTicket, { t, say, siteName, base, article }: Speech, earlier: string | null): string[] {
	const { reference, statusUrl, promisedInWords } = describeAnswer(site, ticket);
	const addressOf = (path: string) => new URL(path, site.url).href;
	const articles = answersTo(site, ticket.category, article);
	return [
		say(t.mail.received, { reference }),
		say(t.mail.promised, { moment: promisedInWords }),
		`${t.mail.follow}\n${addressOf(statusUrl)}`,
		...(earlier === null ? [] : [`${t.mail.same}\n${addressOf(`/status/${earlier}`)}`]),
		...(articles.length > 0 ? [`${t.mail.articles}\n${articles.map(({ title, url }) => `- ${title}\n  ${url}`).join("\n")}`] : []),
		t.mail.notYou,
		`${siteName}\n${site.url}${base && `${base}/`}`,
	];
}

/** Names under which the last mail to an address is remembered, today and tomorrow. Every `ada+…@` is one mailbox: a name after the plus must not get round the pause. */
export function hashesOfMailbox(env: Pick<Env, "SALTS">, email: string, moment: Moment): Promise<[today: string, tomorrow: string]> {
	const mailbox = email.toLowerCase().replace(/\+[^@]*@/, "@");
	return hashesUntilTomorrow(env.SALTS, `acknowledgement\n${mailbox}`, moment);
}

/** Sends the mail where it is configured, in the language of the ticket, at most one an hour to a mailbox. */
export async function acknowledge(env: Env, site: SiteManifest, ticket: StoredTicket, earlier: string | null): Promise<void> {
	const { acknowledgement, channels } = site.support;
	const { email } = ticket.content;
	const now = ticket.createdAt;
	const sender = acknowledgement && mailTo(env, acknowledgement, email);
	if (!sender) return;
	const hashes = await hashesOfMailbox(env, email, { now, zone: site.support.timeZone });
	if (!(await mayAcknowledge(env.DB, hashes, now, now - pauseMs))) return;
	const speech = speakIn(site, ticket.locale);
	await sendMail(sender, {
		key: `acknowledgement/${ticket.id}`,
		replyTo: channels.email,
		subject: speech.say(speech.t.mail.subject, { reference: ticket.reference }),
		paragraphs: acknowledgementText(site, ticket, speech, earlier),
		lang: speech.locale,
		dir: speech.dir,
		now,
	});
}
