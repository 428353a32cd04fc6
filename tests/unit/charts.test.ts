import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chart } from "#contract/report-data.ts";
import type { Series } from "#contract/report-table.ts";
import { chartView } from "#worker/pages/manage/chart.ts";
import { plotOf } from "#worker/pages/manage/plot.ts";
import { sparkline } from "#worker/pages/manage/sparkline.ts";

const day = (index: number) => new Date(Date.UTC(2026, 9, 25 + index)).toISOString().slice(0, 10);
const series = (values: (number | null)[], fields: Partial<Series> = {}): Series => ({
	label: "Zero-result searches",
	unit: "rate",
	points: values.map((value, index) => ({ day: day(index), value, n: 20 + index })),
	...fields,
});
const size = { width: 100, height: 50, margin: 0 };

async function draw(all: Series[], fields: Partial<Chart> = {}): Promise<string> {
	return String(await chartView({ id: "zero", title: "Zero results", summary: "How many found nothing.", series: all, ...fields }));
}

describe("a plot", () => {
	it("is nothing without a figure", () => {
		expect(plotOf([series([null, null])], size)).toBeNull();
		expect(plotOf([], size)).toBeNull();
	});

	it("begins at zero and ends its steps above the highest value and the target", () => {
		const plot = plotOf([series([0.12, 0.33], { target: 0.37 })], size);
		expect(plot?.ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
		expect([plot?.y(0), plot?.y(0.4)]).toEqual([50, 0]);
	});

	it("counts in whole steps", () => {
		expect(plotOf([series([0, 1], { unit: "count" })], size, "whole")?.ticks).toEqual([0, 1]);
		expect(plotOf([series([0, 3], { unit: "count" })], size, "whole")?.ticks).toEqual([0, 1, 2, 3]);
	});

	it("breaks its line where there is no figure", () => {
		expect(plotOf([series([0, 1, null, 1, 0])], size)?.paths).toEqual(["M0,50L25,0M75,0L100,50"]);
	});

	it("keeps every place within its plane and leaves no room between days", () => {
		const value = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1e6, noNaN: true }));
		fc.assert(
			fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.constantFrom("zero" as const, "whole" as const, "tight" as const), (values, axis) => {
				const plot = plotOf([series(values)], size, axis);
				expect(plot === null).toBe(values.every((one) => one === null));
				if (!plot) return;
				for (const [index, { x, from, to, places }] of plot.days.entries()) {
					expect(from <= x && x <= to).toBe(true);
					expect(from).toBe(plot.days[index - 1]?.to ?? 0);
					for (const place of places) if (place !== null) expect(place >= 0 && place <= size.height).toBe(true);
				}
				expect(plot.days.at(-1)?.to).toBe(size.width);
				expect(plot.paths.join("")).not.toMatch(/NaN|Infinity/);
			}),
		);
	});
});

describe("a chart", () => {
	it("says what it shows, tells each day in words, and has a table behind it", async () => {
		const html = await draw([series([0.1, 0.2])]);
		expect(html).toContain('role="img" aria-label="Zero results. How many found nothing."');
		expect(html).toContain("<title>25 Oct 2026\n10.0\u00A0% (n = 20)</title");
		expect(html).toMatch(/<th scope="row">26 Oct 2026<\/th>\s*<td class="number">20.0\u00A0%<\/td>/);
	});

	it("names its lines where there are several, draws the target and shows the gap", async () => {
		const html = await draw([series([0.1, null], { target: 0.1 }), series([0.2, null], { label: "Search success" })]);
		expect(html).toContain('<span class="key line-1"></span>Search success');
		expect(html).toContain("Target 10.0\u00A0%");
		expect(html).toContain("No figure");
		expect(html).toContain("26 Oct 2026\nZero-result searches: no figure (n = 21)\nSearch success: no figure (n = 21)");
		expect(html.match(/class="target"/g)).toHaveLength(1);
	});

	it("shows a value between two gaps as a dot", async () => {
		const dots = (html: string) => html.match(/class="dot line-0"/g)?.length ?? 0;
		expect(dots(await draw([series([null, 0.4, null])]))).toBe(1);
		expect(dots(await draw([series([0.3, 0.4, null])]))).toBe(0);
	});

	it("draws the day that is not over apart: a point that no line falls to, and words", async () => {
		const counts = series([40, 38, 2], { label: "Searches", unit: "count" });
		const html = await draw([counts], { unfinished: day(2) });
		expect(html).toContain("27 Oct: not over yet");
		expect(html).toContain("<title>27 Oct 2026, not over yet\n2 (n = 22)</title");
		expect(html).toMatch(/<th scope="row">27 Oct 2026 \(not over yet\)<\/th>/);
		expect(html.match(/class="so-far line-0"/g)).toHaveLength(1);
		expect(html.match(/class="open"/g)).toHaveLength(1);
		const line = (all: string) => /class="line line-0" d="([^"]+)"/.exec(all)?.[1]?.split("L").length;
		expect([line(html), line(await draw([counts]))]).toEqual([2, 3]);
	});

	it("says of a week that it is one", async () => {
		const weekly = series([], { unit: "count", points: [0, 7, 14].map((at) => ({ day: day(at), value: 9 })) });
		expect(await draw([weekly], { unfinished: day(14) })).toContain("Week from 8 Nov: not over yet");
	});

	it("draws the whole day before one that is not over, though no line leads on from it", async () => {
		const html = await draw([series([null, 0.4, 0.1])], { unfinished: day(2) });
		expect(html.match(/class="dot line-0"/g)).toHaveLength(1);
		expect(html).toContain("No figure");
	});

	it("says that there is not enough data", async () => {
		expect(await draw([series([null])])).toContain("Not enough data for a chart.");
	});

	it("carries no style of its own and no markup of others", async () => {
		const html = await draw([series([0.1, 0.2], { label: "<b>bold</b>" })], { title: '"><script>' });
		expect(html).not.toMatch(/style=|<script|<b>/);
	});
});

describe("a small trend line", () => {
	it("tells its first and last value", async () => {
		const html = String(await sparkline({ unit: "rate", points: series([null, 0.31, 0.2, 0.352, null]).points }));
		expect(html).toContain('aria-label="Trend: 31.0\u00A0% on 26 Oct to 35.2\u00A0% on 28 Oct"');
	});

	it("is nothing below two values", () => {
		expect(sparkline({ unit: "rate", points: series([null, 0.3]).points })).toBe("");
	});
});
