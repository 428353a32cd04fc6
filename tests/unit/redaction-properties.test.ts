import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml } from "#site/lib/escape-html.ts";
import { redact } from "#contract/redaction.ts";
import { leftOf } from "../bench/privacy/judge.ts";

function checkDigitOf(digits: string): string {
	for (let last = 0; last < 10; last++) if (isLuhn(`${digits}${last}`)) return String(last);
	throw new RangeError("one of ten digits always fits");
}

function isLuhn(digits: string): boolean {
	const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
	const sum = Array.from(digits)
		.reverse()
		.reduce((total, digit, index) => total + (index % 2 === 0 ? Number(digit) : (doubled[Number(digit)] ?? 0)), 0);
	return sum % 10 === 0;
}

function withIbanCheck(country: string, body: string): string {
	const number = BigInt(Array.from(`${body}${country}00`, (sign) => String(Number.parseInt(sign, 36))).join(""));
	return `${country}${String(98n - (number % 97n)).padStart(2, "0")}${body}`;
}

function grouped(text: string, size: number, separator: string): string {
	return size === 0 ? text : (text.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(separator);
}

const digits = (length: number) => fc.string({ unit: fc.constantFrom("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), minLength: length, maxLength: length });
const separators = fc.constantFrom(" ", "-", "\u00a0", ".", "");

const card = fc
	.tuple(fc.constantFrom("4", "51", "34", "6011", "36"), fc.integer({ min: 13, max: 19 }))
	.chain(([start, length]) => digits(length - start.length - 1).map((rest) => start + rest + checkDigitOf(start + rest)));

const iban = fc
	.constantFrom(["DE", 18, ""], ["GB", 14, "NWBK"], ["FR", 23, ""], ["ES", 20, ""], ["NO", 11, ""], ["NL", 10, "ABNA"], ["MT", 14, "MALT011000012"] as const)
	.chain(([country, length, start]) => digits(length).map((rest) => withIbanCheck(country, `${start}${rest}`)));

/** Words that could stand around personal data; no letters or digits touch it. */
const around = fc.constantFrom("", "my ", "please help: ", "ERR_4290 ", "since 2026 (", "→ ", "a\n");
/** Texts that look like what is removed, in bits, so that the bits meet. */
const adversarial = fc
	.array(
		fc.constantFrom(
			"a@b.co",
			"@",
			".",
			" ",
			"-",
			"[email]",
			"[token]",
			"password",
			": ",
			"is ",
			"4111111111111111",
			"030",
			"1234567",
			"eyJhbGciOi.abcdefghij",
			"DE89370400440532013000",
			"sk_",
			"x1y2z3a4b5c6d7e8f9g0h1i2",
			"2026",
			"/",
			"(",
			"+",
			"\n",
			"%40",
			"\u200b",
		),
		{ maxLength: 14 },
	)
	.map((bits) => bits.join(""));

/** Zeros of scripts that write numbers with digits of their own. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce, 0x1d7f6];
const unseen = ["\u200b", "\u200d", "\u2060", "\u00ad", "\u200e", "\u200f", "\u202a", "\u2066", "\u202c", "\ufeff"];

/** Ways to write the same so that a plain pattern does not see it. */
const disguise = fc
	.record({ zero: fc.constantFrom(...zeros), wide: fc.boolean(), sign: fc.constantFrom("", ...unseen), every: fc.integer({ min: 1, max: 5 }) })
	.map(({ zero, wide, sign, every }) => (text: string) => {
		const written = Array.from(text, (letter) => {
			if (/\d/.test(letter)) return String.fromCodePoint(zero + Number(letter));
			return wide && /[!-~]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter;
		});
		return written.map((letter, place) => (place > 0 && place % every === 0 ? sign + letter : letter)).join("");
	});

describe("redaction of disguised data", () => {
	const data = fc.oneof(
		fc.emailAddress({ size: "-1" }).filter((address) => /^[a-z\d.]+@/i.test(address)),
		card,
		iban,
		digits(9).map((rest) => `+49${rest}`),
	);

	it("lets nothing through that a person reads", () => {
		fc.assert(
			fc.property(around, data, disguise, around, (before, span, hide, after) => {
				const text = `${before}${hide(span)} ${after}`;
				const plain = (part: string) => Array.from(part, (letter) => zeros.reduce((kept, zero) => asDigit(letter, zero) ?? kept, letter)).join("");
				expect(leftOf({ text: plain(text), spans: [span] }, plain(redact(text)))).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	it("takes nothing away beside it", () => {
		const words = fc.constantFrom("الخطأ ٤٢٩", "می‌خواهم", "👩‍👧", "ｴﾗｰ", "m²", "½ Jahr", "№ 5", "co­operation");
		fc.assert(
			fc.property(words, words, (before, after) => {
				expect(redact(`${before} anna@example.com ${after}`)).toBe(`${before} [email] ${after}`);
				expect(redact(`${before} ${after}`)).toBe(`${before} ${after}`);
			}),
		);
	});
});

/** A digit of the script whose zero this is, as `0` to `9`; null for any other sign. */
function asDigit(letter: string, zero: number): string | null {
	const value = (letter.codePointAt(0) ?? 0) - zero;
	return value >= 0 && value < 10 ? String(value) : null;
}

describe("redaction of any text", () => {
	it("changes nothing the second time", { timeout: 30_000 }, () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }), adversarial), (text) => {
				const once = redact(text);
				expect(redact(once)).toBe(once);
			}),
			{ numRuns: 3000 },
		);
	});

	it("lets no e-mail address through", () => {
		fc.assert(
			fc.property(around, fc.emailAddress(), around, (before, address, after) => {
				expect(redact(`${before}${address} ${after}`)).not.toMatch(/[^\s@]@[^\s@]+\.[a-z]/i);
			}),
			{ numRuns: 1000 },
		);
	});

	it("lets no payment card through, however its digits are grouped", () => {
		fc.assert(
			fc.property(around, card, fc.constantFrom(0, 4, 5), separators, around, (before, number, size, separator, after) => {
				const kept = redact(`${before}${grouped(number, size, separator)} ${after}`);
				const runs = (kept.match(/\d(?:[ .\u00a0-]?\d){12,18}/g) ?? []).map((run) => run.replace(/\D/g, ""));
				expect(runs.filter(isLuhn)).toEqual([]);
				expect(kept).not.toContain(number.slice(-6));
			}),
			{ numRuns: 1000 },
		);
	});

	it("lets no IBAN through, spaced or not, in capitals or not", () => {
		fc.assert(
			fc.property(around, iban, fc.constantFrom(0, 4), fc.boolean(), around, (before, number, size, lower, after) => {
				const written = grouped(number, size, " ");
				const kept = redact(`${before}${lower ? written.toLowerCase() : written} ${after}`);
				expect(kept).toContain("[iban]");
				expect(kept.toUpperCase().replaceAll(" ", "")).not.toContain(number.slice(4, 12));
			}),
			{ numRuns: 1000 },
		);
	});

	it("lets no international phone number through", () => {
		fc.assert(
			fc.property(
				around,
				fc.integer({ min: 1, max: 99 }),
				fc.integer({ min: 6, max: 12 }).chain(digits),
				fc.constantFrom(0, 2, 3, 4),
				separators,
				(before, country, number, size, separator) => {
					expect(redact(`${before}+${country} ${grouped(number, size, separator)}`)).not.toMatch(/\d{2}[ .\u00a0-]?\d{2}$/);
				},
			),
			{ numRuns: 1000 },
		);
	});

	it("leaves words alone", () => {
		const word = fc.constantFrom("report", "Scope", "emissions", "password", "can't", "müller", "レポート", "error", "token", "co2e", "(draft)", "ISO");
		fc.assert(
			fc.property(fc.array(word, { maxLength: 30 }), (words) => {
				expect(redact(words.join(" "))).toBe(words.join(" "));
			}),
		);
	});

	it.each([
		["one letter", "a"],
		["digits", "7"],
		["digits and signs", "1-"],
		["dots", "a."],
		["at signs", "a@"],
		["capitals", "DE89"],
		["labels", "password "],
		["tokens", "eyJ"],
		["joined tokens", "eyJ-"],
		["keys without a digit", "sk-"],
		["underscores", "_"],
		["mixed", "a1_"],
	])("reads 60,000 characters of %s in a moment", (_, piece) => {
		const start = process.cpuUsage();
		redact(piece.repeat(Math.ceil(60_000 / piece.length)).slice(0, 60_000));
		// A reading that is quadratic takes minutes.
		expect(process.cpuUsage(start).user / 1000).toBeLessThan(15_000);
	});
});

describe("escaping for HTML", () => {
	it("makes text that cannot leave an element or a double-quoted attribute", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(escapeHtml(text)).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
			}),
		);
	});

	it("loses nothing", () => {
		expect(escapeHtml(`<a href="/x?a=1&b=2">it's</a>`)).toBe("&lt;a href=&quot;/x?a=1&amp;b=2&quot;&gt;it's&lt;/a&gt;");
	});
});
