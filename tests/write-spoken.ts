import { writeFileSync } from "node:fs";
import { translatedLocales } from "#site/strings/catalogue.ts";
import { spokenBy } from "#site/strings/spoken-catalogue.ts";

/**
 * Writes what the Worker says in each language, which lies among the site's files after a build: the Worker tests' site has no build.
 *
 * @param site folder of the site's files
 * @returns that folder
 */
export function writeSpoken(site: string): string {
	writeFileSync(`${site}/_site/spoken.json`, JSON.stringify(spokenBy(translatedLocales)));
	return site;
}
