import { isOrdinaryNumber } from "../ordinary-numbers.ts";
import { findBy, findWhole, marks, type Finder, type Mark } from "./found.ts";

const dot = "(?:\\.|\\[\\.\\])";
const quad = new RegExp(
	`(?<![\\p{L}\\p{N}.-])(?<!\\b(?:v|ver|versión|version|build|release|chrome|edge|firefox|safari|ios|android) ?)(\\d{1,3})${dot}(\\d{1,3})${dot}(\\d{1,3})${dot}(\\d{1,3})(?![\\p{L}\\p{N}]|\\.\\p{N})`,
	"giu",
);
/** Of the public space, 2000::/3. */
const ipv6 =
	/(?<![\p{L}\p{N}:.])[23][0-9a-f]{3}(?=(?::[0-9a-f]{1,4}){7}(?![\p{L}\p{N}:])|(?::[0-9a-f]{1,4}){0,6}::)(?::[0-9a-f]{0,4}){2,7}(?![\p{L}\p{N}:])/giu;

const gap = "(?:[^\\S\\n\\r]|[()./-])";
const digitRun = new RegExp(`(?<![\\p{L}\\p{N}_#]|\\p{N}[.-]|\\p{L}-)\\+?\\(?\\d(?:${gap}{0,3}\\d){6,}(?![\\p{L}\\p{N}_])`, "gu");
/** Three, three and four digits with one and the same sign between them, whatever it is; or a plus, and lines below. */
const oddlyParted = /(?<![\p{L}\p{N}_#.-])(?:\d{3}( ?[^\p{L}\p{N}\s] ?)\d{3}\1\d{4}|\+\d{1,3}(?:[_*~|]\d{2,4}){2,5})(?![\p{L}\p{N}_])/gu;

const called =
	"phone|tel|tlfn?|telephone|telefon|telefono|teléfono|téléphone|tél|mobile|mobil|móvil|celular|handy|cell|call|ring|whatsapp|sms|fax|rufnummer|my number|meine nummer|mi número|llám[ae]\\p{L}*|llamar|هاتفي?|الهاتف|جوالي?|موبايل|واتساب|اتصلوا?|الاتصال";
const between = "me|us|is|at|on|under|my|number|no|nr|ist|unter|lautet|auf|al|a|es|el|mi|número|numero|رقم|رقمي|بي|على|هو";
/** Words before a number that is dialled. Example: `call me on` */
const dialledAfter = new RegExp(`(?:^|[^\\p{L}])(?:${called})[^\\p{L}\\p{N}]*(?:(?:${between})[^\\p{L}\\p{N}]+){0,3}$`, "iu");

function markAddress([, ...groups]: RegExpExecArray): Mark | null {
	const parts = groups.map(Number);
	const [first = 0, second = 0] = parts;
	const inner =
		first === 0 || first === 10 || first === 127 || (first === 192 && second === 168) || (first === 172 && second >= 16 && second < 32) || first >= 224;
	return parts.some((part) => part > 255) || inner ? null : marks.ip;
}

function markNumber(run: string, { index }: RegExpExecArray, text: string): Mark | null {
	const digits = run.replace(/\D/g, "");
	const before = text.slice(Math.max(0, index - 40), index);
	if (isOrdinaryNumber(run, { before, after: text.slice(index + run.length, index + run.length + 20) })) return null;
	if (digits.length > 15) return marks.token;
	// Seven digits or more in a row, written as numbers are dialled: a plus, a leading zero, separators, or a word that says so.
	return /^[+(]|^0|[ ()./-]/.test(run) || digits.length >= 10 || dialledAfter.test(before) ? marks.phone : null;
}

/** Addresses of networks, then numbers that are dialled. */
export const numberFinders: Finder[] = [
	findWhole(quad, markAddress),
	findBy(ipv6, marks.ip),
	findBy(digitRun, markNumber),
	findWhole(oddlyParted, () => marks.phone),
];
