/** What a record by language has for a locale: its own, or that of its language. Example: `de-CH` → German */
export function inLanguage<Value>(record: Record<string, Value>, locale: string): Value | undefined {
	const language = locale.split("-")[0] ?? locale;
	const name = [locale, language].find((each) => Object.hasOwn(record, each));
	return name === undefined ? undefined : record[name];
}
