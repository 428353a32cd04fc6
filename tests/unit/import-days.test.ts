import { describe, expect, it } from "vitest";
import { dayIn } from "#scripts/lib/importers/sources/days.ts";
import { folderWith, importFrom } from "./import-json.ts";

describe("a written day", () => {
	it.each([
		["Mar 12, 2024"],
		["March 12th, 2024"],
		["12 March 2024"],
		["12th of March 2024"],
		["12. März 2024"],
		["12. Mär. 2024"],
		["Mrz 12, 2024"],
		["12 mars 2024"],
		["mars 12, 2024"],
		["12 de marzo de 2024"],
		["12 de março de 2024"],
		["12 marzo 2024"],
		["12 maart 2024"],
		["mrt. 12, 2024"],
		["12. března 2024"],
		["12 marca 2024"],
		["2024. március 12."],
		["12 марта 2024 г."],
		["12 Mart 2024"],
		["12. maaliskuuta 2024"],
		["2024-03-12"],
		["2024/3/12"],
		["2024. 3. 12."],
		["12.03.2024"],
		["12. 3. 2024"],
		["2024年3月12日"],
		["2024년 3월 12일"],
	])("is understood: %s", (written) => {
		expect(dayIn(written)).toBe("2024-03-12");
	});

	it.each([
		["1er août 2023", "2023-08-01"],
		["févr. 3, 2024", "2024-02-03"],
		["Sept 9, 2024", "2024-09-09"],
		["13 listopad 2024", undefined],
		["13 listopada 2024", undefined],
		["12/01/2024", undefined],
		["31 February 2024", undefined],
		["12 Smarch 2024", undefined],
		["Marraskuu 12, 2024", "2024-11-12"],
		["Marching 12, 2024", undefined],
		["112 March 2024", undefined],
	])("is never another day: %s", (written, day) => {
		expect(dayIn(written)).toBe(day);
	});
});

describe("the day of a Confluence page's last change", () => {
	async function updated(metadata: string): Promise<{ day: string | undefined; said: string }> {
		const page = `<html><body><div class="page-metadata">${metadata}</div><div id="main-content"><p>Words.</p></div></body></html>`;
		const { text, said } = await importFrom("confluence", folderWith({ "index.html": "<p>Index</p>", "Page_100001.html": page }));
		return { day: /lastReviewed: (.*)/.exec(text("articles/en/general/page.mdx"))?.[1], said: said("day of the last change") };
	}

	it.each([
		["Created by Ann, last modified by Ben on Mar 12, 2024", "2024-03-12"],
		["Erstellt von Ann, zuletzt geändert von Ben am 12. März 2024", "2024-03-12"],
		["Créé par Ann, dernière modification par Ben le 12 mars 2024", "2024-03-12"],
		["Erstellt am 1. Jan. 2020, zuletzt geändert am 12. März 2024", "2024-03-12"],
	])("is read from %s", async (metadata, day) => {
		expect(await updated(metadata)).toEqual({ day, said: "" });
	});

	it("is left out and noted where it cannot be understood, also beside one that can", async () => {
		expect(await updated("Utworzono 1 stycznia 2020, zmieniono 13 listopada 2024")).toMatchInlineSnapshot(`
			{
			  "day": "2026-01-02",
			  "said": "changed Page_100001.html:1 the day of the last change, 13 listopada 2024, can be read in several ways or in none; it was left out",
			}
		`);
		expect((await updated("Created by Ann on 12/01/2024")).day).toBe("2026-01-02");
	});
});
