import type { Figure } from "#contract/report-data.ts";
import type { Cell, Column } from "#contract/report-table.ts";

/** Money of the report: the figures are the manager's own, in one currency. */
const money = new Intl.NumberFormat("en", { style: "currency", currency: "USD", maximumFractionDigits: 0 });
const whole = new Intl.NumberFormat("en");

function inSeconds(value: number): string {
	const seconds = Math.round(value);
	if (seconds >= 2 * 86_400) return `${Math.round(seconds / 86_400)} days`;
	if (seconds >= 2 * 3600) return `${Math.round(seconds / 3600)} h`;
	return seconds >= 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : `${seconds} s`;
}

/** A value as people read it. `–` where there is none. Examples: `34.2 %`, `1,204`, `1 min 25 s`, `2026-11-20` */
export function cellInWords(value: Cell, unit: Column["unit"] | Figure["unit"]): string {
	if (value === null || value === "") return "–";
	if (typeof value === "string") return value;
	if (unit === "rate") return `${(value * 100).toFixed(1)} %`;
	if (unit === "points") return `${value > 0 ? "+" : ""}${(value * 100).toFixed(1)} points`;
	if (unit === "seconds") return inSeconds(value);
	if (unit === "money") return money.format(value);
	if (unit === "score") return value.toFixed(1);
	return Number.isInteger(value) ? whole.format(value) : value.toFixed(2);
}
