import type { ReportData, ReportId } from "#contract/report-data.ts";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../env.ts";

/** What a report is made from. Rollups must be fresh. */
export interface ReportInput {
	env: Env;
	site: SiteManifest;
	filter: ReportFilter;
	/** Epoch milliseconds. */
	now: number;
	/** The day at the desk. */
	today: string;
}

type Head = Omit<ReportData, "notes" | "figures" | "charts" | "tables">;

/** What every page of the report begins with. */
export function reportHead(id: ReportId, title: string, { filter, now }: ReportInput, sample: boolean): Head {
	const { before: _, ...period } = filter;
	return { id, title, generatedAt: new Date(now).toISOString(), ...period, sample };
}
