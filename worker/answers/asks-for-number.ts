import { normalise } from "#site/search/normalise.ts";

/** How a question asks for a number, a time or a limit, by language; of text after `normalise`. */
const forms: Record<string, RegExp> = {
	en: /\bhow (?:many|much|long|often|large|big|soon|old)\b|\b(?:limit|maximum|minimum)\b/,
	de: /\bwie ?(?:viele?|lange|oft|gross|hoch|schnell|alt)\b|\bab wann\b|\b(?:limit|maximal|mindestens|hochstens|grenze)\b/,
	es: /\bcuant[oa]s?\b|\bcada cuanto\b|\b(?:limite|maximo|minimo)\b/,
	ar: /(?:^| )(?:كم|بكم|الحد|حد)(?: |$)/,
};

/** Whether a question asks for a number, a time or a limit. False in a language that nobody has taught us. */
export function asksForNumber(question: string, locale: string): boolean {
	const form = forms[locale.split("-")[0] ?? ""];
	return form?.test(normalise(question).replaceAll("ß", "ss")) ?? false;
}
