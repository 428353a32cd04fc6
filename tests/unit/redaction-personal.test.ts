import { describe, expect, it } from "vitest";
import { redact } from "#contract/redaction.ts";

/** Fictitious personal data as people of several countries write it, one a line, `text → what remains`. */
const personal = {
	"e-mail addresses": `
anna@example.com → [email]
write to anna@example.com please → write to [email] please
Anna.Müller+esg@mail.example.co.uk, thanks → [email], thanks
<anna@example.com> → <[email]>
"anna@example.com" → "[email]"
mailto:anna@example.com → mailto:[email]
https://x.example/reset?email=anna@example.com → https://x.example/reset?email=[email]
anna%40example.com → [email]
anna&#64;example.com → [email]
anna(at)example.com → [email]
anna [at] example [dot] com → [email]
anna (at) example (dot) com → [email]
anna at example dot com → [email]
anna＠example.com → [email]
アンナ@例え.テスト → [email]
анна@пример.рф → [email]
o'brien@example.ie → [email]
a@b.co and c@d.org → [email] and [email]
anna@[203.0.113.7] → [email]
anna(ät)example.com → [email]
anna arroba example punto com → [email]
anna@example․com → [email]
ⓐⓝⓝⓐ@ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ → [email]
"anna smith"@example.com → [email]`,
	"phone numbers": `
+1 202 555 0142 → [phone]
+12025550142 → [phone]
(202) 555-0142 → [phone]
202-555-0142 → [phone]
202.555.0142 → [phone]
1-202-555-0142 → [phone]
call me on 5550142 → call me on [phone]
my number is +44 20 7946 0142 → my number is [phone]
020 7946 0142 → [phone]
+44 (0) 20 7946 0142 → [phone]
07700 900142 → [phone]
+49 30 901820 → [phone]
030 / 1234567 → [phone]
+49 (0)30 / 1234567 → [phone]
0049 30 1234567 → [phone]
0171-1234567 → [phone]
Tel.0301234567 → Tel.[phone]
+33 6 12 34 56 78 → [phone]
06 12 34 56 78 → [phone]
06.12.34.56.78 → [phone]
+34 612 345 678 → [phone]
612 345 678 → [phone]
móvil: 612345678 → móvil: [phone]
+39 02 1234 5678 → [phone]
+31 6 12345678 → [phone]
+46 8 123 456 78 → [phone]
12 34 56 78 → [phone]
12.34.56.78 → [ip]
+358 40 123 4567 → [phone]
+48 501 234 567 → [phone]
+61 2 5550 0142 → [phone]
0491 570 156 → [phone]
+64 21 123 4567 → [phone]
+91 98765 43210 → [phone]
9876543210 → [phone]
+81 3-1234-5678 → [phone]
090‑1234‑5678 → [phone]
+86 138 0013 8000 → [phone]
+55 (11) 91234-5678 → [phone]
+971 50 123 4567 → [phone]
+27 82 123 4567 → [phone]
+254 712 345678 → [phone]
+65 6123 4567 → [phone]
+49 30 1234567 → [phone]
٠١٢٣٤٥٦٧٨٩٠ → [phone]
＋８１ ３ １２３４ ５６７８ → [phone]
+𝟏 𝟐𝟎𝟐 𝟓𝟓𝟓 𝟎𝟏𝟒𝟐 → [phone]
+১ ২০২ ৫৫৫ ০১৪২ → [phone]
error line 202 555 0142 → error line [phone]
SSN 123-45-6789 → SSN [phone]
CPF 123.456.789-09 → CPF [phone]`,
	cards: `
4111111111111111 → [card]
4111 1111 1111 1111 → [card]
4111-1111-1111-1111 → [card]
4111.1111.1111.1111 → [card]
5500 0000 0000 0004 → [card]
2223003122003222 → [card]
3400 000000 00009 → [card]
30569309025904 → [card]
6011 0009 9013 9424 → [card]
3530111333300000 → [card]
No.4111111111111111 → No.[card]
card-4111111111111111 → card-[card]
visa4111111111111111x → visa[card]x
４１１１１１１１１１１１１１１１ → [card]
𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 → [card]
④①①①①①①①①①①①①①①① → [card]
๔๑๑๑ ๑๑๑๑ ๑๑๑๑ ๑๑๑๑ → [card]
paid with 4111 1111 1111 1111 12/27 → paid with [card] 12/27
12345678901234567890123 → [token]`,
	IBANs: `
DE89370400440532013000 → [iban]
DE89 3704 0044 0532 0130 00 → [iban]
de89 3704 0044 0532 0130 00 please → [iban] please
GB29 NWBK 6016 1331 9268 19 → [iban]
FR14 2004 1010 0505 0001 3M02 606 → [iban]
NL91ABNA0417164300 → [iban]
ES91 2100 0418 4502 0005 1332 from Madrid → [iban] from Madrid
CH93-0076-2011-6238-5295-7 → [iban]
IT60X0542811101000000123456 → [iban]
NO93 8601 1117 947 → [iban]
BE68 5390 0754 7034 → [iban]
PL61109010140000071219812874 → [iban]
SE45 5000 0000 0583 9825 7466 → [iban]
MT84MALT011000012345MTLCAST001S → [iban]
ＤＥ８９３７０４００４４０５３２０１３０００ → [iban]
DE88 3704 0044 0532 0130 00 → [iban]
IBAN: AT611904300234573201. → IBAN: [iban].`,
	secrets: `
password hunter2 → password [token]
password is Sommer2026! → password is [token]
my passwort ist geheim99 → my passwort ist [token]
password: Sunshine → password: [token]
Kennwort: Sommer2026! → Kennwort: [token]
mein Passwort lautet Sommer2026! → mein Passwort lautet [token]
contraseña: Verano2026! → contraseña: [token]
mi contraseña es Verano2026! → mi contraseña es [token]
كلمة المرور: Sayf2026! → كلمة المرور: [token]
كلمة السر هي Sayf2026! → كلمة السر هي [token]
passcode 4821 → passcode [token]
pin code 4821 → pin code [token]
PIN=4821 → PIN=[token]
api key: 9f8e7d6c5b → api key: [token]
password token abc123def → password token [token]
secret=S3cr3t/+== → secret=[token]
Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk → Bearer [token]
sk_live_51H8xYzAbCdEfGhIj → [token]
sk-proj-Ab12Cd34Ef56Gh78 → [token]
ghp_16C7e42F292c6912E7710c838347Ae178B4a → [token]
glpat-AbCdEf123456GhIjKl → [token]
xoxb-1234567890-AbCdEf → [token]
AKIAIOSFODNN7EXAMPLE → [token]
AIzaSyA1234567890abcdefghij → [token]
whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw → [token]
link /status/kJ3-xQ9_2mPz7LwVb4TnYc8RdFgHsA1e → link /status/[token]
3f2504e0-4f89-11d3-9a0c-0305e82c3301 → [token]
8f14e45fceea167a5a36dedd4bea2543 → [token]`,
	"network addresses": `
203.0.113.77 is blocked → [ip] is blocked
http://198.51.100.23:8080/ → http://[ip]:8080/
2001:db8:85a3::8a2e:370:7334 → [ip]
https://[2a02:8108:8ac0:4d00:1c3:b1ff:fe2e:1a2b]/ → https://[[ip]]/`,
};

const cases = Object.entries(personal).flatMap(([kind, lines]) =>
	lines
		.trim()
		.split("\n")
		.map((line) => {
			const [text = "", kept = ""] = line.split(" → ");
			return { kind, text, kept };
		}),
);

describe("redaction of personal data", () => {
	it("is tried on forms of many countries", () => {
		expect(cases.length).toBeGreaterThanOrEqual(80);
	});

	it.each(cases)("removes ($kind): $text", ({ text, kept }) => {
		expect(redact(text)).toBe(kept);
	});

	it.each(cases)("changes nothing more the second time: $text", ({ text }) => {
		const once = redact(text);
		expect(redact(once)).toBe(once);
	});

	// A model, and whoever reads along, sees the address all the same.
	const unseen = [
		"\u00ad",
		"\u034f",
		"\u061c",
		"\u180e",
		"\u200b",
		"\u200d",
		"\u200e",
		"\u200f",
		"\u202e",
		"\u2060",
		"\u2066",
		"\u2800",
		"\ufe0f",
		"\ufeff",
		"\u{e0041}",
	];
	it.each([
		["anna@example.com", "[email]"],
		["4111111111111111", "[card]"],
		["+12025550142", "[phone]"],
		["DE89370400440532013000", "[iban]"],
		["203.0.113.77", "[ip]"],
		["sk_live_51H8xYzAbCdEfGhIj", "[token]"],
		["password: Sunshine", "password: [token]"],
	])("removes what signs hide that nobody sees: %s", (text, kept) => {
		for (const sign of unseen) {
			expect([sign, redact(Array.from(text).join(sign)).replaceAll(sign, "")]).toEqual([sign, kept]);
			for (let at = 1; at < text.length; at++)
				expect([sign, redact(text.slice(0, at) + sign + text.slice(at))]).not.toEqual([sign, expect.stringContaining(text.slice(-5))]);
		}
	});

	it("keeps such signs where they hide nothing", () => {
		for (const text of ["نمی‌خواهم", "👩‍💻 cannot sign in", "اختر Log in\u200f الآن", "CO₂ in m³ – ½ of it"]) expect(redact(text)).toBe(text);
	});

	it("removes several kinds from several lines and keeps the rest", () => {
		expect(redact("I am anna@example.com,\ncall +44 20 7946 0142\nabout ERR_4290 in GRI 305-1.")).toBe(
			"I am [email],\ncall [phone]\nabout ERR_4290 in GRI 305-1.",
		);
	});
});
