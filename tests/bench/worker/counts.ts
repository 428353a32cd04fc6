import type { DatabaseCounts } from "../lib/counted-database.ts";

/** What a request asked of others. */
export interface Counts extends DatabaseCounts {
	/** Calls to anything else that Cloudflare counts as a subrequest: files of the site, KV, R2, the queue. */
	others: number;
}

/** What one request asked of others before its answer, and after it. */
export interface CountsOfRequest {
	before: Counts;
	after: Counts;
}
