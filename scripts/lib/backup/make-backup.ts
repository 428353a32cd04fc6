import { writeBackup, type Summary } from "./format.ts";
import type { Place } from "./place.ts";

/** Writes all that a place holds to one file. @param now epoch milliseconds */
export function makeBackup(place: Place, path: string, now: number): Promise<Summary> {
	return place.read(({ migrations, tables, files }) => writeBackup(path, { madeAt: new Date(now).toISOString(), from: place.name, migrations }, tables, files));
}
