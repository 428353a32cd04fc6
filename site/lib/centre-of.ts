import { site as centre } from "./knowledge.ts";
import type { Language } from "./languages.ts";
import type { Centre } from "./structured-data/centre.ts";

/** The centre in the language of a page, as machines are told of it. */
export function centreOf({ locale, base, site: { name, description } }: Language, site: URL): Centre {
	return { site, base, locale, name, description, publisher: centre.name, logo: centre.logo };
}
