import type { HandoffAttachment, HandoffMessage, HandoffNote } from "#worker/handoff/destination.ts";

/** Words that a careless desk would run, link, notify or break on. */
export const hostileLines = [
	"<script>alert(1)</script> <img src=x onerror=alert(1)>",
	"<!channel> <!here> <@U0123456> @channel @here @example",
	"[click](javascript:alert(1)) <https://evil.example|here> ![](https://evil.example/x.png)",
	"**bold** _it_ `code` ~~gone~~ # heading | {code} {{liquid}} [~accountid:1] h1. h",
	`"quotes" 'single' & ampersand &lt;entity&gt; \\ backslash $1 %0A Bcc: eve@evil.example`,
	"#1 example/product#2 GH-3",
];

/** A text as an eye reads it: without marks of no width, with every space alike. */
export function visible(text: string): string {
	return text.replace(/[\u200B\u200C\u2060\uFEFF]/g, "").replace(/[ \t\u00A0]+/g, " ");
}

/** A ticket with everything a customer can say. */
export function makeMessage(changes: Partial<HandoffMessage> = {}): HandoffMessage {
	return {
		deliveryId: "6f1d1f0e-3c1c-4a86-9d5e-0f6c0a1b2c3d",
		reference: "TZ-7K4M-2Q9X",
		createdAt: "2026-11-20T09:59:00.000Z",
		priority: "P3",
		category: { id: "data-issues", label: "Data entry or import" },
		team: "data engineering",
		tier: "L2",
		fallback: "L3 database",
		channel: "portal",
		locale: "en",
		promisedAt: "2026-11-20T14:00:00.000Z",
		promisedInWords: "Friday 20 November 2026 at 14:00 GMT",
		customer: { name: "Ada Example", email: "ada@customer.example", company: "Zoë and Sons", tier: "business" },
		subject: "Import was rejected",
		description: "The import of March stops with ERR_1005.",
		tried: "Saved the file anew, twice.",
		product: "Data entry",
		environment: "Firefox 130 on Windows 11",
		severity: { affected: "several", impairment: "major", risk: "none" },
		trail: [
			{ kind: "search", query: "import stops", results: 0 },
			{ kind: "article", article: "data-entry/import", title: "How do I import values?" },
			{ kind: "rejected", article: "data-entry/import", title: "How do I import values?" },
		],
		fromArticle: { id: "data-entry/import", title: "How do I import values?", url: "https://centre.example/data-entry/import/" },
		suggestedArticles: [{ title: "How do I add a value?", url: "https://centre.example/data-entry/add-a-value/" }],
		attachments: [],
		test: false,
		...changes,
	};
}

/** More words of the same customer. */
export function makeNote(changes: Partial<HandoffNote> = {}): HandoffNote {
	return {
		deliveryId: "0b9f7f53-7a55-4d0a-8a35-7a9f4a3f7e11",
		ticketDeliveryId: "6f1d1f0e-3c1c-4a86-9d5e-0f6c0a1b2c3d",
		reference: "TZ-7K4M-2Q9X",
		deskReference: null,
		kind: "note",
		text: "It is the file of March only.",
		createdAt: "2026-11-20T10:30:00.000Z",
		customer: { name: "Ada Example", email: "ada@customer.example" },
		...changes,
	};
}

/** A file of so many bytes. */
export function makeFile(name: string, type: string, size: number): HandoffAttachment {
	const bytes = Uint8Array.from({ length: size }, (_, index) => 97 + (index % 26));
	return {
		name,
		type,
		size,
		url: `https://centre.example/files/t/${encodeURIComponent(name)}?exp=1795000000&sig=abc`,
		read: () => Promise.resolve(bytes.buffer),
	};
}
