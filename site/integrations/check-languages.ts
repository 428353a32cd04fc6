import { readContentData } from "#site/lib/content-data.ts";
import { ContentError } from "#site/lib/finding.ts";
import { compareMessages } from "#site/strings/compare.ts";
import { stringsOf, translatedLocales } from "#site/strings/catalogue.ts";
import { en } from "#site/strings/en/index.ts";

/**
 * Looks, before anything is built, whether the interface speaks every language of the centre. Where nobody has translated it, it
 * speaks English, which is said.
 * @throws ContentError that names messages which a translation lacks
 */
export function checkLanguages(warn: (text: string) => void): void {
	const { site, locales } = readContentData();
	const problems = [site.defaultLocale, ...Object.keys(locales)].flatMap((locale) => {
		const strings = stringsOf(locale);
		if (!strings) {
			warn(
				`The interface is not translated into "${locale}" and speaks English there.\n  Why: Its buttons and labels are in site/strings/, which has ${translatedLocales.join(", ")}.\n  Do:  Copy site/strings/en/ to site/strings/${locale}/, translate it, and add it to catalogue.ts and search.ts.`,
			);
			return [];
		}
		const { missing } = compareMessages(en, strings);
		return missing.length > 0
			? `Messages are missing in site/strings/${locale}/: ${missing.join(", ")}\n  Why: Readers would see nothing in their place.\n  Do:  Translate them from site/strings/en/.`
			: [];
	});
	if (problems.length === 0) return;
	const error = new ContentError(problems.join("\n\n"));
	error.stack = error.message;
	throw error;
}
