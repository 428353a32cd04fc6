/** What stands around a run of digits. */
export interface Surroundings {
	before: string;
	after: string;
}

/** What a number is called, in the languages of the centre. Example: `Rechnung Nr. 20260012345` */
const number = "(?: ?(?:numbers?|no\\.?|nr\\.?|id|n\\.? ?[ºo]|nº|núm\\.?|número|nummer|رقم))?[ :.#/-]{0,2}$";
/** A number after one of these is a standard, a code or a version. Example: `ISO 27001 27017` */
const numbered = new RegExp(
	`(?:^|[^\\p{L}])(?:iso|iec|en|din|gri|esrs|ifrs|sasb|tcfd|nace|naics|sic|rfc|cas|https?|build|version|versión|release|errors?|codes?|código|códigos|fehler|fehlercodes?|خطأ|الخطأ|رمز|status(?:es)?|ports?|scopes?|steps?|rows?|zeilen?|filas?|pages?|seiten?|years?|fy|timestamp)${number}`,
	"iu",
);
/** A number after one of these names a thing, not a person. Example: `invoice 2026-000123` */
const named = new RegExp(
	`(?:^|[^\\p{L}])(?:invoice|order|purchase order|po|ticket|case|reference|ref|contract|quote|sku|ean|gtin|isbn|serial|batch|job|import|report|record|meter(?: reading)?|customer(?= (?:number|id|no))|rechnungs?|bestellungs?|bestell|auftrags?|vorgangs?|vertrags?|belegs?|kunden(?=-?n)|zähler(?:stand|nummer)?|factura|pedido|contrato|caso|referencia|albarán|número de cliente|contador|lectura|(?:ال)?فاتورة|(?:ال)?طلب|(?:ال)?تذكرة|(?:ال)?عقد|رقم العميل|عداد)${number}`,
	"iu",
);
/** A number before one of these is an amount or a list of codes. Example: `612 345 678 kWh` */
const measured =
	/^\s?(?:[kmgt]?wh|kg|g|t|tonnes?|tons?|t?co2e?|eur|usd|gbp|chf|[€$£%]|m[²³23]|l|lit(?:er|re)s?|gallons?|gj|mj|rows?|records?|values?|employees?|errors?|(?:error |status )?codes?|responses?)(?![\p{L}\p{N}])/iu;

const year = "(?:19|20)\\d{2}";
const day = `(?:${year}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-](?:${year}|\\d{2})|${year}[01]\\d[0-3]\\d)`;
const month = `(?:${year}[./-]\\d{1,2}|\\d{1,2}[./-]${year})`;
const span = `${year}[./-](?:${year}|\\d{2})(?:[./-]${year})?`;
/** 2022/2464 or 2020/852, an act of the European Union. */
const act = `${year}/\\d{3,4}`;
const dated = new RegExp(`^(?:${day}(?:\\.\\d{1,3})?|${month}|${span}|${act}|${year})(?:[/-](?:${day}|${month}|${year}))?$`);
/** GRI 305-1, ISO 14064-1. */
const clause = /^(?:\d{3}-\d{1,2}|\d{4,5}-\d)$/;
/** 0.20705, or a longer part of a number below a hundred: a coordinate. */
const fraction = /^(?:0\.\d+|[1-9]\d?\.\d{5,})$/;
/** A moment as programs write it: seconds or milliseconds since 1970, from 2017 to 2033. No number that is dialled begins so. */
const moment = /^1[5-9]\d{8}(?:\d{3})?$/;
const thousands = /^[1-9]\d?(?:([ .])\d{3})(?:\1\d{3}){1,2}$/;
/** 131.0.6778.86, but not 555.123.4567 (no short group), 06.12.34.56.78, 612.34.56.78 or 12.34.56.78, which are dialled. */
const version = /^(?!0|(?:\.?\d){14}|\d{2,3}(?:\.\d{2})+$)(?=.*(?<!\d)\d{1,2}(?!\d))\d{1,5}(?:\.\d{1,5}){2,4}$/;
/** Three groups or more of one length that all end in a zero: steps of a scale. */
const scale = /^[1-9]\d{1,2}0(?:([ /-])\d{2,3}0)(?:\1\d{2,3}0)+$|^[1-9]\d0(?:([ /-])\d\d0)(?:\2\d\d0)+$/;
/** An address inside a network; public ones are gone before. */
const address = /^(?!.*(?:25[6-9]|2[6-9]\d|[3-9]\d\d))\d{1,3}(?:\.\d{1,3}){3}$/;

/** A leading zero, or three, three and four digits as in North America. */
const dialled = /^0|^\d{3}[ .-]\d{3}[ .-]\d{4}$/;

/** 093000, behind a date. */
const clock = /^[0-2]\d[0-5]\d[0-5]\d$/;

/** Whether every part of a run is a year, a date, a clause of a standard, or a lone digit or time beside one (`scope 1 2 2026`). */
export function isSequence(run: string, after: string): boolean {
	const parts = run.split(/\s+/).filter((part) => !/^[./-]+$/.test(part));
	const strong = parts.filter((part) => dated.test(part) || clause.test(part));
	const weak = parts.filter((part) => /^\d$/.test(part) || clock.test(part));
	if (strong.length > 0 && strong.length + weak.length === parts.length) return true;
	// `2026-10-14 14:30`: the hour ends the run, as a colon follows.
	return parts.length === 2 && dated.test(parts[0] ?? "") && /^\d{1,2}$/.test(parts[1] ?? "") && after.startsWith(":");
}

/**
 * Whether a run of seven digits or more, with the signs that part its groups, says nothing about a person: years and dates,
 * amounts, versions, numbers of standards, error codes, invoices.
 *
 * @param run digits `0` to `9`, spaces and `. / - ( ) +`
 */
export function isOrdinaryNumber(run: string, { before, after }: Surroundings): boolean {
	if (/^[+(]/.test(run)) return false;
	if (isSequence(run, after) || fraction.test(run) || moment.test(run) || thousands.test(run) || version.test(run) || scale.test(run) || address.test(run))
		return true;
	const groups = run.split(/\D+/);
	if (measured.test(after) && !run.startsWith("0") && (groups.length === 1 || groups.every((group) => group.length <= 3))) return true;
	if (numbered.test(before) && !dialled.test(run) && (groups.length === 1 ? run.length <= 13 : groups.every((group) => group.length <= 6))) return true;
	return named.test(before) && /^\d+(?:[-/.]\d+)*$/.test(run) && groups.join("").length <= 14;
}
