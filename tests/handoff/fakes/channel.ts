import type { FakeTicket } from "./fake-desk.ts";

/** What came in one message, as it is read. */
export interface ChannelPost extends Pick<FakeTicket, "text" | "files" | "alarms"> {
	subject: string;
}

/** A mailbox or a chat: it knows no tickets, only messages, and people see what belongs together by the reference in them. */
export interface Channel {
	/** Whether a message, as it was sent, belongs to a ticket that came before. */
	continues(body: string): boolean;
	/** Puts a message where people see it: below the ticket that it names, else as a new one. */
	post(body: string, post: ChannelPost, tickets: FakeTicket[]): void;
}

// A format may ask for a backslash before a hyphen.
const reference = /TZ\W{1,3}[0-9A-Z]{4}\W{1,3}[0-9A-Z]{4}/;

/** An empty channel. */
export function createChannel(): Channel {
	const threads = new Map<string, FakeTicket>();
	return {
		continues: (body) => threads.has(threadOf(body)),
		post(body, { subject, text, files, alarms }, tickets) {
			const thread = threads.get(threadOf(body));
			if (thread) {
				thread.notes.push(`${subject}\n${text}`);
				thread.files.push(...files);
				thread.alarms.push(...alarms);
				return;
			}
			const ticket: FakeTicket = { reference: null, subject, text, notes: [], files, open: true, alarms };
			threads.set(threadOf(body), ticket);
			tickets.push(ticket);
		},
	};
}

/** A link that our texts do not hold: other words than ours made it. */
export function alarmOfLink(address: string): string[] {
	const url = URL.canParse(address) ? new URL(address) : null;
	const isOurs = url !== null && (url.protocol === "mailto:" || (url.protocol === "https:" && url.hostname === "centre.example"));
	return isOurs ? [] : [`link to ${address}`];
}

function threadOf(body: string): string {
	return (reference.exec(body)?.[0] ?? body).replace(/\W/g, "");
}
