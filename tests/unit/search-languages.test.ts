import { describe, expect, it } from "vitest";
import { createAnalyse } from "#site/search/analyse.ts";
import { arabic } from "#site/search/languages/arabic.ts";
import { english } from "#site/search/languages/english.ts";
import { german } from "#site/search/languages/german.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { spanish } from "#site/search/languages/spanish.ts";
import { article, ids, searchOf } from "./search-fixture.ts";

describe("a language", () => {
	it.each([
		["en", english],
		["en-GB", english],
		["DE", german],
		["de-CH", german],
		["es-419", spanish],
		["ar-EG", arabic],
	])("is known by its locale: %s", async (locale, language) => {
		expect(await loadLanguage(locale)).toBe(language);
	});

	it.each(["xx", "fr-CA", "constructor", "__proto__", "toString", ""])("that nobody has taught takes words as they are written: %j", async (locale) => {
		const { stopWords, stem, fold } = await loadLanguage(locale);
		expect([stopWords.size, stem("factures"), fold("ueber")]).toEqual([0, "factures", "ueber"]);
	});
});

describe("words of a text", () => {
	it("have stem and part, and keep codes whole", () => {
		expect(createAnalyse(english)("The customer's invoices: ERR_42ing, CO₂e")).toEqual([
			{ word: "the", stem: "the", functional: true },
			{ word: "customer's", stem: "custom", functional: false },
			{ word: "invoices", stem: "invoic", functional: false },
			{ word: "err_42ing", stem: "err_42ing", functional: false },
			{ word: "co2e", stem: "co2e", functional: false },
		]);
	});

	it("named like members of objects are words", () => {
		expect(createAnalyse(english)("constructor __proto__").map(({ word, functional }) => [word, functional])).toEqual([
			["constructor", false],
			["proto", false],
		]);
	});
});

describe("a search in German", () => {
	const search = searchOf(
		{
			documents: [
				article("konto/passwort", "Wie setze ich mein Passwort zurück?", "Ein neues Passwort per E-Mail erhalten.", { keywords: ["Kennwort vergessen"] }),
				article("konto/loeschen", "Konto löschen", "So schließen Sie Ihr Konto und nehmen Ihre Daten mit."),
				article("daten/groessen", "Größen und Maße prüfen", "Welche Einheiten für Verbräuche gelten."),
				article("daten/standorte", "Standorte hinzufügen", "Häuser, Straßen und Länder eines Unternehmens."),
				article("berichte/ausgeben", "Bericht als PDF ausgeben", "Berichte werden als Datei gespeichert."),
				article("berichte/pruefer", "Prüfer einladen", "Wer einen Bericht lesen und prüfen darf."),
			],
			synonyms: { both: [["Kennwort", "Passwort"]], oneWay: [{ from: "Büro", to: ["Standort"] }] },
		},
		german,
	);

	it.each([
		["Passwort zurücksetzen", "konto/passwort"],
		["konto löschen", "konto/loeschen"],
		["konto loeschen", "konto/loeschen"],
		["konto loschen", "konto/loeschen"],
		["prüfer einladen", "berichte/pruefer"],
		["pruefer einladen", "berichte/pruefer"],
		["Groessen und Masse", "daten/groessen"],
		["GRÖSSE", "daten/groessen"],
		["strasse", "daten/standorte"],
		["Straße", "daten/standorte"],
		["haeuser", "daten/standorte"],
	])("finds either spelling of umlauts and ß: %s", async (query, id) => {
		const answer = await search(query);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.didYouMean).toBeNull();
	});

	it.each([
		["einen Standort hinzufügen", "daten/standorte"],
		["Berichten ausgeben", "berichte/ausgeben"],
		["Passwörter", "konto/passwort"],
		["in allen Ländern", "daten/standorte"],
	])("finds inflected forms: %s", async (query, id) => {
		expect(ids(await search(query))[0]).toBe(id);
	});

	it("knows its function words, in either spelling", async () => {
		for (const query of ["wie kann ich das", "für über", "fuer ueber"]) {
			const { terms } = await search(query);
			expect(
				terms.filter(({ functional }) => !functional).map(({ word }) => word),
				query,
			).toEqual([]);
		}
	});

	it("knows synonyms in either spelling", async () => {
		expect(ids(await search("kennwort"))[0]).toBe("konto/passwort");
		expect(ids(await search("büro "))[0]).toBe("daten/standorte");
		expect(ids(await search("buero "))[0]).toBe("daten/standorte");
	});

	it("repairs slips", async () => {
		expect(ids(await search("pasword zurück"))[0]).toBe("konto/passwort");
		expect(ids(await search("standrote"))[0]).toBe("daten/standorte");
	});

	it("leaves `ue` alone where it is no umlaut", () => {
		expect(["neue", "quelle", "steuer", "ueber"].map((word) => german.fold(word))).toEqual(["neue", "quelle", "steuer", "uber"]);
	});
});

describe("a search in Spanish", () => {
	const search = searchOf(
		{
			documents: [
				article("cuenta/contrasena", "¿Cómo restablezco mi contraseña?", "Una contraseña nueva por correo electrónico."),
				article("facturas/descargar", "Descargar una factura", "Las facturas están en Facturación."),
				article("datos/importar", "Importar valores desde una hoja de cálculo", "Muchos valores a la vez."),
				article("informes/exportar", "Exportar un informe", "Guardar un informe como archivo PDF."),
			],
		},
		spanish,
	);

	it.each([
		["contraseña", "cuenta/contrasena"],
		["contrasena", "cuenta/contrasena"],
		["restablecer contrasenas", "cuenta/contrasena"],
		["cómo descargo facturas", "facturas/descargar"],
		["como descargo facturas", "facturas/descargar"],
		["FACTURACIÓN", "facturas/descargar"],
		["facturacion", "facturas/descargar"],
		["hoja de calculo", "datos/importar"],
		["informes exportados", "informes/exportar"],
	])("finds with and without accents: %s", async (query, id) => {
		expect(ids(await search(query))[0]).toBe(id);
	});

	it("knows its function words, with and without accents", async () => {
		for (const query of ["cómo está para mí", "como esta para mi"])
			expect(
				(await search(query)).terms.every(({ functional }) => functional),
				query,
			).toBe(true);
	});
});

describe("a search in Arabic", () => {
	const search = searchOf(
		{
			documents: [
				article("hisab/kalima", "كيف أعيد تعيين كلمة المرور؟", "احصل على كلمة مرور جديدة عبر البريد."),
				article("hisab/ighlaq", "إغلاق الحساب", "غادر وخذ بياناتك معك."),
				article("taqarir/tasdir", "تصدير تقرير بصيغة PDF", "احفظ التقارير المكتملة كملف."),
			],
		},
		arabic,
	);

	it.each([
		["letters that are written in several ways", "اعادة كلمه المرور", "hisab/kalima"],
		["hamza above, below, with madda and wasla", "أغلاق ٱلحساب", "hisab/ighlaq"],
		["marks of vowels and stretched letters", "الحِسَــاب", "hisab/ighlaq"],
		["the article before a word", "التقرير", "taqarir/tasdir"],
	])("finds words whatever their %s", async (_, query, id) => {
		expect(ids(await search(query))[0]).toBe(id);
	});

	it("brings spellings of a word to one", () => {
		expect(["أحمد", "إحمد", "آحمد", "ٱحمد", "مستشفى", "شركة", "كـتاب"].map((word) => arabic.fold(word))).toEqual([
			...["احمد", "احمد", "احمد", "احمد", "مستشفي", "شركه", "كتاب"],
		]);
	});

	it("knows its function words, in either spelling", () => {
		const functional = (text: string) => createAnalyse(arabic)(text).map((word) => word.functional);
		expect([functional("على الى إلى كلمة"), arabic.code]).toEqual([[true, true, true, false], "ar"]);
	});
});

describe("a search in a language nobody has taught", () => {
	it("finds words as they are written, and repairs slips", async () => {
		const search = searchOf(
			{ documents: [article("a/un", "Télécharger une facture", "Les factures en PDF."), article("a/deux", "Changer de mot de passe", "Par courriel.")] },
			await loadLanguage("fr"),
		);
		expect(ids(await search("telecharger facture"))[0]).toBe("a/un");
		expect(ids(await search("courreil "))[0]).toBe("a/deux");
	});
});
