/** What locales of a source are called here. */
export interface Locales {
	/** Locale of the articles without an address prefix. Example: `en` */
	standard: string;
	/** Its name in the source. Example: `en-us` */
	sourceStandard: string;
	/** Folder of a locale of the source. Example: `pt-br` → `pt` where no other Portuguese is there, else `pt-BR` */
	folderOf(locale: string): string;
}

/**
 * Gives the locales of a source their names here. A language that is there once needs no country.
 * @param counts number of articles by locale as the source writes it
 * @param asked locale that a person asked for; default: the most frequent one
 */
export function planLocales(counts: ReadonlyMap<string, number>, asked: string | undefined): Locales {
	const ranked = [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1)).map(([locale]) => locale);
	const exact = ranked.find((locale) => asked !== undefined && tagOf(locale) === tagOf(asked));
	const related = ranked.find((locale) => asked !== undefined && languageOf(locale) === languageOf(asked));
	const sourceStandard = exact ?? related ?? (asked === undefined ? ranked[0] : undefined) ?? asked ?? "en";
	const names = new Map<string, string>();
	for (const locale of ranked) {
		const alone = ranked.filter((other) => languageOf(other) === languageOf(locale)).length === 1;
		names.set(locale, alone ? languageOf(locale) : tagOf(locale));
	}
	const standard = asked ?? languageOf(sourceStandard);
	names.set(sourceStandard, standard);
	return { standard, sourceStandard, folderOf: (locale) => names.get(locale) ?? tagOf(locale) };
}

function languageOf(locale: string): string {
	return tagOf(locale).split("-")[0] ?? locale;
}

/** `en_us`, `EN-us` → `en-US` */
function tagOf(locale: string): string {
	try {
		return Intl.getCanonicalLocales(locale.trim().replaceAll("_", "-"))[0] ?? "en";
	} catch {
		return "en";
	}
}
