import { afterEach, describe, expect, it } from "vitest";
import type { PromiseAnswer, TicketAnswer } from "#contract/tickets.ts";
import { readSite } from "#worker/lib/site.ts";
import { articles, bindings, call, db, expectProblem, makeTicket, post, postForm, renderedAgo, setClock, uuid } from "./support.ts";

const speaking = (language: string) => ({ headers: { "accept-language": language } });

async function filed(changes: Parameters<typeof makeTicket>[0], options: Parameters<typeof post>[2] = {}): Promise<TicketAnswer> {
	return (await post("/api/tickets", makeTicket(changes), options)).json<TicketAnswer>();
}

describe("a promise", () => {
	const words = async (headers: Record<string, string>) => {
		setClock("2026-11-20T10:00:00Z");
		const response = await call("/api/promise?priority=P4&timeZone=Europe/Berlin", { headers });
		expect(response.headers.get("vary")).toContain("Accept-Language");
		return (await response.json<PromiseAnswer>()).promisedInWords;
	};

	it.each([
		["de-CH, en;q=0.5", "Freitag, 20. November um 19:00 (Europe/Berlin)"],
		["fr, es;q=0.3, de;q=0.1", "viernes, 20 de noviembre, 19:00 (Europe/Berlin)"],
		["ar", "الجمعة، 20 نوفمبر في 19:00 (Europe/Berlin)"],
		["fr", "Friday 20 November, 19:00 (Europe/Berlin)"],
		["no such, ;;q=x", "Friday 20 November, 19:00 (Europe/Berlin)"],
		["*", "Friday 20 November, 19:00 (Europe/Berlin)"],
	])("to whoever asks in %j is %s", async (language, expected) => {
		expect(await words({ "accept-language": language })).toBe(expected);
	});

	it("to whoever names no language is in English", async () => {
		expect(await words({})).toBe("Friday 20 November, 19:00 (Europe/Berlin)");
	});
});

describe("a refusal", () => {
	it("is said in the language that was asked for; its type and fields stay", async () => {
		const ticket = { ...makeTicket(), email: "nobody", subject: "", attachments: [uuid()] };
		const german = await expectProblem(await post("/api/tickets", ticket, speaking("de")), 422, "invalid");
		expect(german).toMatchObject({
			title: "Etwas davon passt nicht.",
			detail: "subject: bitte sagen Sie in wenigen Worten, worum es geht",
			errors: [
				{ field: "subject", message: "bitte sagen Sie in wenigen Worten, worum es geht" },
				{ field: "email", message: "bitte geben Sie eine E-Mail-Adresse an, unter der wir antworten können" },
			],
		});
		expect(await expectProblem(await post("/api/tickets", ticket), 422, "invalid")).toMatchObject({
			title: "Some of what was sent does not fit.",
			detail: "subject: please say in a few words what it is about",
		});
	});

	it("of a file says why in Arabic", async () => {
		const headers = { "accept-language": "ar", "content-length": "3", "x-form-key": uuid(), "x-file-name": "a.exe" };
		const response = await call("/api/attachments", { method: "POST", headers, body: "\0\0\0" });
		expect(await expectProblem(response, 415, "file-type")).toMatchObject({ title: "هذا النوع من الملفات غير مقبول." });
	});

	it("to programs of the team and of desks is in English", async () => {
		for (const path of ["/api/reports/overview", "/api/deliveries/dead", "/manage"])
			expect(await expectProblem(await call(path, speaking("de")), 403, "forbidden")).toMatchObject({
				title: "This page is for the people who run this help centre.",
			});
		expect(await expectProblem(await post("/api/desk/main", {}, speaking("de")), 401, "unsigned")).toMatchObject({
			title: "This message is not signed by a desk that may write here.",
		});
	});

	it("is a page in the browser's language where the address has none, in the frame of that language or marked as it", async () => {
		const page = async (language: string) => (await call("/status/nothing", { headers: { accept: "text/html", "accept-language": language } })).text();
		const german = await page("de");
		expect(german).toContain('<html lang="de" dir="ltr">');
		expect(german).toContain("<title>Unter dieser Adresse gibt es keine Nachricht. · Testhilfe</title>");
		expect(german).toContain('<a class="button" href="/de/">Zur Hilfe</a> <a class="button quiet" href="/de/contact/">Support kontaktieren</a>');
		expect(await page("es")).toMatch(/<html lang="en">[^]*<div data-worker-view lang="es" dir="ltr">[^]*No hay ningún mensaje en esta dirección\./);
		expect(await page("fr")).toContain("<h1>There is no ticket at this address.</h1>");
	});

	it("is explained as a page and as JSON in the language that is asked for", async () => {
		expect(await (await call("/problems/vote-cap", speaking("es"))).json()).toMatchObject({ detail: "Inténtelo de nuevo mañana." });
		expect((await call("/problems/vote-cap", speaking("es"))).headers.get("vary")).toContain("Accept-Language");
	});
});

describe("the contact page of a language", () => {
	const fields = async (changes: Record<string, string> = {}) => ({
		key: uuid(),
		rendered: await renderedAgo(),
		subject: "La importación falla",
		category: "data-issues",
		description: "La importación se detiene con ERR_1005.",
		name: "Ada",
		email: `${uuid()}@b.example`,
		...changes,
	});

	it("is filled in: a fresh key, the hours of the desk, and the article as that language has it", async () => {
		setClock("2026-11-21T10:00:00Z");
		const page = await (await call(`/de/contact/?from=${articles.import}`)).text();
		expect(page).toContain('<html lang="de" dir="ltr">');
		expect(page).toMatch(/name="key" value="[0-9a-f-]{36}"/);
		expect(page).toContain(
			"<p data-desk-hours>Unser Support ist jetzt nicht besetzt und öffnet wieder am Montag, 23. November um 09:00 (Europe/London). Schreiben können Sie jederzeit. Kritische Probleme beantworten wir Tag und Nacht.</p>",
		);
		expect(page).toContain('<p data-from-article>Sie haben zuletzt <a href="/de/data-entry/import/">Wie importiere ich Werte?</a> gelesen.</p>');
		expect(await (await call(`/de/contact/?from=${articles.users}`)).text()).toContain('<a href="/admin/users/">How do I invite a &lt;user&gt;?</a>');
	});

	it("says in its language what is to be mended, and keeps every word", async () => {
		const response = await postForm("/es/contact", await fields({ email: "nobody", name: "" }), speaking("de"));
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(page).toContain("<h2>Su mensaje todavía no se ha enviado</h2>");
		expect(page).toContain('<a href="#field-email">indique un correo electrónico al que podamos responder, por favor</a>');
		expect(page).toContain('<a href="#field-name">díganos su nombre, por favor</a>');
		expect(page).toContain('name="subject" value="La importación falla"');
	});

	it("mends a key that was used with other words, in Arabic", async () => {
		const first = await fields();
		expect((await postForm("/ar/contact", first)).status).toBe(303);
		const page = await (await postForm("/ar/contact", { ...first, subject: "Other words" })).text();
		expect(page).toContain("أُرسل هذا النموذج من قبل بنص آخر.");
		expect(page).toContain("إذا أردت إرسال هذه الرسالة، فيُرجى إرسال النموذج مرة أخرى.");
		expect(page).not.toContain(first.key);
	});

	it("leads to a status page in its language, also where the form did not say it", async () => {
		const response = await postForm("/de/contact", await fields());
		expect(response.status).toBe(303);
		expect(await (await call(response.headers.get("location") ?? "")).text()).toContain("<h1>Ihre Nachricht ist da.</h1>");
	});

	it("names the files that were not taken, and how many were too many", async () => {
		const body = new FormData();
		for (const [name, value] of Object.entries(await fields())) body.append(name, value);
		body.append("files", new File(["\0\0\0"], "<b>.exe"));
		for (let place = 0; place < 6; place++) body.append("files", new File(["text"], `${place}.txt`));
		const request = new Request("http://localhost/", { method: "POST", body });
		const bytes = await request.arrayBuffer();
		const headers = { "content-type": request.headers.get("content-type") ?? "", "content-length": String(bytes.byteLength), accept: "text/html" };
		const page = await (await call("/de/contact", { method: "POST", body: bytes, headers })).text();
		expect(page).toContain("„&lt;b&gt;.exe“ wurde nicht hinzugefügt: Diese Art von Datei wird nicht angenommen.");
		expect(page).toContain("2 weitere Dateien wurden nicht hinzugefügt: Zu einer Nachricht gehören höchstens fünf Dateien.");
	});

	it("is none in a language that the centre does not have, and leaves an article of that name where it is", async () => {
		expect((await call("/fr/contact/")).status).toBe(404);
		expect((await call("/en/contact/")).status).toBe(404);
		expect((await postForm("/fr/contact", await fields())).status).toBe(405);
		expect(await (await call("/data-entry/contact/")).text()).toContain("<h1>How do I contact a data owner?</h1>");
		for (const path of ["/MANAGE/contact", "/%6danage/contact/"]) expect([path, (await call(path)).status]).toEqual([path, 403]);
	});
});

describe("the status page", () => {
	const read = async (path: string) => (await call(path, speaking("es"))).text();

	it("is in the language of the ticket, whatever the browser prefers", async () => {
		setClock("2026-11-20T10:00:00Z");
		const { statusUrl, reference, promisedInWords } = await filed({ locale: "de", impairment: "blocked" });
		expect(promisedInWords).toBe("Freitag, 20. November um 14:00 (Europe/London)");
		const page = await read(statusUrl);
		expect(page).toContain('<html lang="de" dir="ltr">');
		expect(page).toContain(`<title>Nachricht ${reference} · Testhilfe</title>`);
		expect(page).toContain("Ein Mensch antwortet bis <strong>Freitag, 20. November um 14:00 (Europe/London)</strong>.");
		expect(page).toContain("<dd>Blockiert</dd>");
		expect(page).toContain("Ergänzung hinzufügen");
		const refused = await (await postForm(`${statusUrl}/note`, { key: uuid() })).text();
		expect(refused).toContain('<a href="#field-text">bitte schreiben Sie eine Ergänzung</a>');
		await postForm(`${statusUrl}/close`, { key: uuid(), article: articles.import });
		expect(await read(`${statusUrl}?done=close`)).toMatch(/Danke, dass Sie es uns gesagt haben\.[^]*Gelöst durch den Artikel „How do I import values\?“\./);
		const score = await (await postForm(`${statusUrl}/satisfaction`, {})).text();
		expect(score).toContain("bitte wählen Sie eine Zahl von 1 bis 5");
	});

	it("in Arabic runs from right to left, but references, numbers and addresses do not", async () => {
		const { statusUrl, reference } = await filed({ locale: "ar", subject: "Import ERR_1005", risk: "lost" });
		await db.prepare("UPDATE deliveries SET state = 'dead'").run();
		const page = await read(statusUrl);
		expect(page).toContain('<html lang="ar" dir="rtl">');
		expect(page).toContain("<h1>وصلتنا رسالتك، لكنها لم تصل إلى فريقنا بعد.</h1>");
		expect(page).toContain(`<bdi><code>${reference}</code></bdi>`);
		expect(page).toContain('المكتب: <a href="tel:+442079460142" dir="ltr">+44 20 7946 0142</a> <small>للمشكلات الحرجة فقط</small>');
		expect(page).toContain("<bdi>support@centre.example</bdi>");
		expect(page).toContain("<bdi>Import ERR_1005</bdi>");
	});

	it("offers articles of its language meanwhile", async () => {
		const { statusUrl } = await filed({ locale: "de", subject: "Werte aus einer Tabelle importieren" });
		const page = await read(statusUrl);
		expect(page).toContain("Während Sie warten: Steht die Antwort hier?");
		expect(page).toContain('<a href="/de/data-entry/import/">Wie importiere ich Werte?</a>');
	});

	it("falls back to the first language for a ticket of one that the centre does not have", async () => {
		const { statusUrl, promisedInWords } = await filed({ locale: "fr" }, speaking("de"));
		expect(promisedInWords).toMatch(/^[A-Z][a-z]+day /);
		expect(await read(statusUrl)).toContain("<h1>We have your message.</h1>");
	});
});

describe("a vote without JavaScript", () => {
	it("is answered in the language of its page, and leads back to that article", async () => {
		const vote = { article: articles.import, revision: "bbbbbbbbbbbb", helpful: "no", locale: "de" };
		const page = await (await postForm("/vote", vote, speaking("es"))).text();
		expect(page).toContain("<h1>Danke. Ihre Stimme ist gezählt. Sie können sie heute noch ändern.</h1>");
		expect(page).toContain("Meine Frage wurde nicht beantwortet");
		expect(page).toContain('<a href="/de/data-entry/import/">Zurück zum Artikel</a');
		expect(page).toContain('<a href="/de/contact/?from=data-entry/import">Support kontaktieren</a>');
	});
});

describe("the acknowledgement", () => {
	afterEach(async () => {
		delete (await readSite(bindings)).support.acknowledgement;
	});

	it("is in the language of the ticket, with articles as that language has them", async () => {
		setClock("2026-11-20T10:00:00Z");
		(await readSite(bindings)).support.acknowledgement = { from: "support@centre.example" };
		const mails: { subject: string; text: string; html: string }[] = [];
		const MAIL = { send: async (mail: (typeof mails)[number]) => void mails.push(mail) } as unknown as SendEmail;
		const { reference } = await filed({ locale: "de", impairment: "blocked" }, { env: { MAIL } });
		await filed({ locale: "ar" }, { env: { MAIL } });
		expect(mails.map(({ subject }) => subject)).toEqual([`Ihre Nachricht ist da (${reference})`, expect.stringMatching(/^وصلتنا رسالتك \(TZ-/)]);
		expect(mails[0]?.text).toContain("Ein Mensch antwortet bis Freitag, 20. November um 14:00 (Europe/London).");
		expect(mails[0]?.text).toContain("- Wie importiere ich Werte?\n  https://centre.example/de/data-entry/import/");
		expect(mails[0]?.text).toMatch(/Testhilfe\nhttps:\/\/centre\.example\/de\/$/);
		expect(mails[1]?.html).toMatch(/^<div lang="ar" dir="rtl"><p>/);
	});
});
