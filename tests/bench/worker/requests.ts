import { Webhook } from "standardwebhooks";

/** A request as it is sent. */
export interface BenchRequest {
	method: string;
	path: string;
	headers: Record<string, string>;
	body?: string;
}

/** What requests are made of. */
export interface Centre {
	url: string;
	/** Id and revision of an article. */
	article: string;
	revision: string;
	/** Cookie of a signed-in manager. */
	cookie: string;
	/** Secret with which the desk signs what it sends. */
	deskSecret: string;
	/** Status token of a ticket. */
	token: string;
	/** Path of a file of a ticket, with its signature. */
	file: string;
	/** Id of a flag of the desk. */
	flag: string;
	/** Sends one request that is not measured. @throws Error for an answer of 400 or more */
	send(request: BenchRequest): Promise<{ text: string; location: string }>;
}

/** One kind of request to one route. */
export interface Route {
	/** Status of the answer, or those that it may have. Default: 200. */
	status?: number | number[];
	/** Where the answer is not what customers get: why. */
	remark?: string;
	make(centre: Centre): BenchRequest | Promise<BenchRequest>;
}

let senders = 0;

/** Each request comes from a network of its own: what is measured are honest readers, not limits. */
function from(centre: Centre, headers: Record<string, string> = {}): Record<string, string> {
	senders++;
	return { origin: centre.url, "user-agent": `bench ${senders}`, "x-dev-network": `10.${(senders >> 8) & 255}.${senders & 255}.1`, ...headers };
}

type Words = Record<string, string>;

const get = (path: string, headers: Words = {}) => ({ make: (centre: Centre) => ({ method: "GET", path, headers: from(centre, headers) }) });
const page = (path: string) => get(path, { accept: "text/html" });
const report = (path: string) => get(path, { authorization: "Bearer bench" });
const manage = (path: string) => ({
	make: (centre: Centre) => ({ method: "GET", path, headers: from(centre, { cookie: centre.cookie, accept: "text/html" }) }),
});

function json(centre: Centre, path: string, value: unknown, headers: Words = {}): BenchRequest {
	return { method: "POST", path, headers: from(centre, { "content-type": "application/json", ...headers }), body: JSON.stringify(value) };
}

function form(centre: Centre, path: string, fields: Words, headers: Words = {}): BenchRequest {
	const all = { "content-type": "application/x-www-form-urlencoded", accept: "text/html", ...headers };
	return { method: "POST", path, headers: from(centre, all), body: new URLSearchParams(fields).toString() };
}

const uuid = () => crypto.randomUUID();

/** A visit of a page, a search and its click: a batch as a page sends it. */
export function eventsOf(centre: Centre): BenchRequest {
	const search = uuid();
	return json(centre, "/api/events", {
		session: uuid().replaceAll("-", ""),
		locale: "en",
		events: [
			{ id: uuid(), type: "page_viewed", path: "/" },
			{ id: search, type: "search_settled", query: "import stops with an error", results: 3, source: "box" },
			{ id: uuid(), type: "search_clicked", search, article: centre.article, position: 1, how: "opened" },
		],
	});
}

const words = () => ({
	key: uuid(),
	subject: "A value is refused",
	description: "The number is refused since this morning, in the form and in the import.",
	category: "data-issues",
	name: "Ada Example",
	email: `${uuid()}@customer.example`,
});

const ticketOf = (centre: Centre) => json(centre, "/api/tickets", words());

const voteOf = (centre: Centre) => ({ article: centre.article, revision: centre.revision, helpful: "yes", locale: "en", session: uuid().replaceAll("-", "") });

/** The status token of a ticket that is made for it. */
async function newTicket(centre: Centre): Promise<string> {
	const { statusUrl } = JSON.parse((await centre.send(ticketOf(centre))).text) as { statusUrl: string };
	return statusUrl.slice("/status/".length);
}

const ofTicket = (work: string, fields: () => Words) => async (centre: Centre) => form(centre, `/status/${await newTicket(centre)}/${work}`, fields());

async function closed(centre: Centre): Promise<string> {
	const token = await newTicket(centre);
	await centre.send(form(centre, `/status/${token}/close`, { key: uuid() }));
	return token;
}

const text = "2026-11-01,42\n".repeat(70);

export function uploadOf(centre: Centre, key: string): BenchRequest {
	const headers = from(centre, { "x-form-key": key, "x-file-name": "values.csv", "content-type": "text/csv", "content-length": String(text.length) });
	return { method: "POST", path: "/api/attachments", headers, body: text };
}

/** Signed as Standard Webhooks has it. */
export function signed(centre: Centre, path: string, value: unknown): BenchRequest {
	const id = uuid();
	const at = new Date();
	const body = JSON.stringify(value);
	const signature = new Webhook(centre.deskSecret).sign(id, at, body);
	const headers = { "webhook-id": id, "webhook-timestamp": String(Math.floor(at.getTime() / 1000)), "webhook-signature": signature };
	return { method: "POST", path, headers: from(centre, { "content-type": "application/json", ...headers }), body };
}

const contactForm = (path: string): Route => ({
	status: 303,
	async make(centre) {
		// The stamp of a form that a person takes some seconds to fill in.
		const { text: shown } = await centre.send({ method: "GET", path, headers: from(centre, { "x-dev-clock": String(Date.now() - 60_000) }) });
		const rendered = /name="rendered"[^>]*?value="([^"]+)"|value="([^"]+)"[^>]*?name="rendered"/.exec(shown);
		return form(centre, path, { ...words(), rendered: rendered?.[1] ?? rendered?.[2] ?? "", affected: "one", impairment: "question", risk: "none" });
	},
});

const oneTool = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "search_articles", arguments: { query: "import" } } };

/** A route of the bench that stores one row in D1 and does nothing else. */
export const oneRow: Route = { status: 204, make: (centre) => ({ ...eventsOf(centre), path: "/api/bench/one-row" }) };

/** A request of everyday use for each route of the app. */
export const requests: Readonly<Record<string, Route>> = {
	"POST /api/events": { status: 202, make: eventsOf },
	"POST /api/votes": { make: (centre) => json(centre, "/api/votes", voteOf(centre)) },
	"POST /api/tickets": { status: 201, make: ticketOf },
	"GET /api/tickets/by-key/:key": {
		async make(centre) {
			const { key, ...rest } = words();
			await centre.send(json(centre, "/api/tickets", { key, ...rest }));
			return { method: "GET", path: `/api/tickets/by-key/${key}`, headers: from(centre) };
		},
	},
	"POST /api/tickets/notes": {
		status: 201,
		make: async (centre) => json(centre, "/api/tickets/notes", { token: await newTicket(centre), key: uuid(), text: "It happens in the import, too." }),
	},
	"POST /api/answers": {
		make: (centre) => json(centre, "/api/answers", { id: uuid(), question: "How do I import values from a spreadsheet?", locale: "en", place: "search" }),
	},
	"POST /api/attachments": { status: 201, make: (centre) => uploadOf(centre, uuid()) },
	"DELETE /api/attachments/:id": {
		status: 204,
		async make(centre) {
			const key = uuid();
			const { id } = JSON.parse((await centre.send(uploadOf(centre, key))).text) as { id: string };
			return { method: "DELETE", path: `/api/attachments/${id}`, headers: from(centre, { "x-form-key": key }) };
		},
	},
	"GET /files/t/:id": { make: (centre) => ({ method: "GET", path: centre.file, headers: from(centre) }) },
	"GET /api/promise": get("/api/promise?priority=P4"),
	"GET /api/popular": get("/api/popular"),
	"GET /api/health": get("/api/health"),
	"GET /api/ready": { ...get("/api/ready"), status: [200, 503], remark: "not ready where cron has not run for a while" },
	"GET /api/v1/categories": get("/api/v1/categories"),
	"GET /api/v1/articles": get("/api/v1/articles"),
	"GET /api/v1/articles/:id{.+}": { make: (centre) => ({ method: "GET", path: `/api/v1/articles/${centre.article}`, headers: from(centre) }) },
	"GET /api/v1/search": get("/api/v1/search?q=import+values"),
	"GET /api/v1/openapi.json": get("/api/v1/openapi.json"),
	"ALL /mcp": { make: (centre) => json(centre, "/mcp", oneTool, { accept: "application/json, text/event-stream" }) },
	"GET /search": page("/search?q=import"),
	"GET /:locale/search": page("/de/search/?q=import"),
	"GET /contact": page("/contact"),
	"POST /contact": contactForm("/contact"),
	"GET /:locale/contact": page("/de/contact"),
	"POST /:locale/contact": contactForm("/de/contact"),
	"POST /vote": { make: (centre) => form(centre, "/vote", voteOf(centre)) },
	"GET /status/:token": { make: (centre) => ({ method: "GET", path: `/status/${centre.token}`, headers: from(centre, { accept: "text/html" }) }) },
	"POST /status/:token/note": { status: 303, make: ofTicket("note", () => ({ key: uuid(), text: "It happens in the import, too." })) },
	"POST /status/:token/close": { status: 303, make: ofTicket("close", () => ({ key: uuid() })) },
	"POST /status/:token/reopen": {
		status: 303,
		make: async (centre) => form(centre, `/status/${await closed(centre)}/reopen`, { key: uuid(), text: "It came back." }),
	},
	"POST /status/:token/satisfaction": {
		status: 303,
		make: async (centre) => form(centre, `/status/${await closed(centre)}/satisfaction`, { score: "5", comment: "Quick and clear." }),
	},
	"GET /problems/:name": get("/problems/too-large"),
	"POST /api/desk/:destination": {
		make: (centre) => signed(centre, "/api/desk/desk", { deskReference: "DESK-1", status: "waiting" }),
	},
	"POST /api/desk/:destination/flags": {
		status: 201,
		make: (centre) => signed(centre, "/api/desk/desk/flags", { id: uuid(), kind: "missing", topic: "Import of dates with two digits" }),
	},
	"POST /api/deliveries/replay": {
		make: (centre) => ({ method: "POST", path: "/api/deliveries/replay", headers: from(centre, { cookie: centre.cookie }) }),
		remark: "nothing was given up",
	},
	"POST /api/deliveries/:id/replay": {
		make: (centre) => ({ method: "POST", path: `/api/deliveries/${uuid()}/replay`, headers: from(centre, { cookie: centre.cookie }) }),
		remark: "a delivery that is none",
	},
	"GET /api/reports/overview": report("/api/reports/overview"),
	"GET /api/reports/overview/:file{[a-z-]+\\.csv}": report("/api/reports/overview/tickets.csv"),
	"GET /api/reports/digest": report("/api/reports/digest"),
	"GET /api/reports/:id{(?:search|articles|contact|freshness|handoffs)}": report("/api/reports/search"),
	"GET /api/reports/:id{(?:search|articles|contact|freshness|handoffs)}/:file{[a-z-]+\\.csv}": report("/api/reports/search/top.csv"),
	"GET /api/reports/gaps": report("/api/reports/gaps"),
	"GET /api/reports/trends": { ...report("/api/reports/trends"), status: 404, remark: "Analytics Engine is not set up" },
	"GET /api/reports/learned-searches": report("/api/reports/learned-searches"),
	"GET /api/reports/operations": report("/api/reports/operations"),
	"GET /manage": manage("/manage"),
	"GET /manage/:page": manage("/manage/search"),
	"GET /manage/audit": manage("/manage/audit"),
	"GET /manage/erase": manage("/manage/erase"),
	"POST /manage/erase": {
		make: (centre) => form(centre, "/manage/erase", { who: `${uuid()}@customer.example` }, { cookie: centre.cookie }),
		remark: "nobody wrote from this address",
	},
	"POST /manage/erase/confirm": {
		status: 303,
		async make(centre) {
			const ticket = words();
			const { reference } = JSON.parse((await centre.send(json(centre, "/api/tickets", ticket))).text) as { reference: string };
			return form(centre, "/manage/erase/confirm", { who: ticket.email, references: reference }, { cookie: centre.cookie });
		},
	},
	"GET /manage/sign-in": { ...page("/manage/sign-in?code=used"), status: 403, remark: "a code that is none" },
	"POST /manage/articles/triage": {
		status: 303,
		make: (centre) => {
			const fields = { kind: "reason", article: centre.article, revision: centre.revision, reason: "outdated", state: "in-progress" };
			return form(centre, "/manage/articles/triage", fields, { cookie: centre.cookie });
		},
	},
	"POST /manage/contact/flags": {
		status: 303,
		make: (centre) => form(centre, "/manage/contact/flags", { id: centre.flag, state: "done" }, { cookie: centre.cookie }),
	},
};
