import { manifestPath, siteManifestSchema, type SiteManifest } from "#contract/site-manifest.ts";
import type { BusinessHours } from "#contract/promise-clock.ts";
import type { Env } from "../env.ts";

let loaded: SiteManifest | null = null;

/** The manifest of the site that was deployed with this Worker; read once an isolate. */
export async function readSite(env: Pick<Env, "ASSETS">): Promise<SiteManifest> {
	if (loaded) return loaded;
	const response = await env.ASSETS.fetch(new Request(`https://assets.local${manifestPath}`));
	if (!response.ok) throw new Error(`the site's manifest is missing (${manifestPath}: ${response.status}): build the site before the Worker starts`);
	loaded = siteManifestSchema.parse(await response.json());
	return loaded;
}

/** The desk's hours in the form the promise clock takes. */
export function businessHours({ support }: SiteManifest): BusinessHours {
	return { ...support.hours, timeZone: support.timeZone, holidays: support.holidays.map((holiday) => holiday.date) };
}
