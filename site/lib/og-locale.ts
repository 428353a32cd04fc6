import { remembered } from "#site/strings/message.ts";

/** A language as Open Graph names it: with a country, the likeliest where none is given. Example: `de` → `de_DE` */
export const ogLocale = remembered((format) => {
	const { language, region } = new Intl.Locale(format).maximize();
	return region ? `${language}_${region}` : language;
});
