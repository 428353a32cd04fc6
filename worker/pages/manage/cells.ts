import type { Figure } from "#contract/report-data.ts";
import type { Cell, Column } from "#contract/report-table.ts";

/** Made at first use: an isolate that shows no report starts without them. */
function atFirstUse<Made>(make: () => Made): () => Made {
	let made: Made | undefined;
	return () => (made ??= make());
}

/** Money of the report: the figures are the manager's own, in one currency. */
const money = atFirstUse(() => new Intl.NumberFormat("en", { style: "currency", currency: "USD", maximumFractionDigits: 0 }));
const whole = atFirstUse(() => new Intl.NumberFormat("en"));
const dayFormats = {
	short: atFirstUse(() => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })),
	long: atFirstUse(() => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })),
};

function inSeconds(value: number): string {
	const seconds = Math.round(value);
	if (seconds >= 2 * 86_400) return `${Math.round(seconds / 86_400)} days`;
	if (seconds >= 2 * 3600) return `${Math.round(seconds / 3600)} h`;
	return seconds >= 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : `${seconds} s`;
}

/** A day as people read it: `20 Nov 2026`, or without its year. What is no day is given back as it is. */
export function dayInWords(day: string, length: keyof typeof dayFormats = "long"): string {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
	return Number.isNaN(at) ? day : dayFormats[length]().format(at);
}

/** A period as people read it. Examples: `22 Oct – 20 Nov 2026`, `20 Nov 2026` */
export function periodInWords(from: string, to: string): string {
	if (from === to) return dayInWords(to);
	return `${dayInWords(from, from.slice(0, 4) === to.slice(0, 4) ? "short" : "long")} – ${dayInWords(to)}`;
}

/** A value as people read it, with spaces at which no line breaks. `–` where there is none. Examples: `34.2 %`, `1,204`, `1 min 25 s`, `20 Nov 2026` */
export function cellInWords(value: Cell, unit: Column["unit"] | Figure["unit"]): string {
	if (value === null || value === "") return "–";
	if (typeof value === "string") return unit === "day" ? dayInWords(value) : value;
	if (unit === "rate") return `${(value * 100).toFixed(1)}\u00A0%`;
	if (unit === "points") return `${value > 0 ? "+" : ""}${(value * 100).toFixed(1)}\u00A0points`;
	if (unit === "seconds") return inSeconds(value);
	if (unit === "money") return money().format(value);
	if (unit === "score") return value.toFixed(1);
	return Number.isInteger(value) ? whole().format(value) : value.toFixed(2);
}
