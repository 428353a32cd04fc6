import { manifestPath, siteManifestSchema, spokenPath, type SiteManifest } from "#contract/site-manifest.ts";
import type { BusinessHours } from "#contract/promise-clock.ts";
import type { SpokenStrings } from "#site/strings/spoken.ts";
import type { Env } from "../env.ts";

/** The site that was deployed with this Worker. */
export interface Site extends SiteManifest {
	/** What the Worker says, by locale; English is not among them. */
	spoken?: Record<string, SpokenStrings>;
}

let loaded: Site | null = null;

/** What the site's build has left for the Worker; read once an isolate. @throws Error where the site was not built */
export async function readSite(env: Pick<Env, "ASSETS">): Promise<Site> {
	if (loaded) return loaded;
	const [manifest, spoken] = await Promise.all([readAsset(env, manifestPath), readAsset(env, spokenPath)]);
	// The messages are those of `site/strings/`, whose types held while it was built.
	loaded = { ...siteManifestSchema.parse(manifest), spoken: spoken as Record<string, SpokenStrings> };
	return loaded;
}

async function readAsset(env: Pick<Env, "ASSETS">, path: string): Promise<unknown> {
	const response = await env.ASSETS.fetch(new Request(`https://assets.local${path}`));
	if (!response.ok) throw new Error(`a file of the site is missing (${path}: ${response.status}): build the site before the Worker starts`);
	return response.json();
}

/** The desk's hours in the form the promise clock takes. */
export function businessHours({ support }: SiteManifest): BusinessHours {
	return { ...support.hours, timeZone: support.timeZone, holidays: support.holidays.map((holiday) => holiday.date) };
}
