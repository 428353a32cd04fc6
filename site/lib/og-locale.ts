const known = new Map<string, string>();

/** A language as Open Graph names it: with a country, the likeliest where none is given. Example: `de` → `de_DE` */
export function ogLocale(format: string): string {
	const before = known.get(format);
	if (before !== undefined) return before;
	const { language, region } = new Intl.Locale(format).maximize();
	const name = region ? `${language}_${region}` : language;
	known.set(format, name);
	return name;
}
