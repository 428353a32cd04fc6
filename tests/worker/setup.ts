import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import { bindings, moveToNewNetwork, resetQueue } from "./support.ts";

const tables = [
	"event_inbox",
	"events",
	"contact_visits",
	"answers",
	"search_comments",
	"votes",
	"article_revisions",
	"revision_returns",
	"deliveries",
	"destination_health",
	"ticket_notes",
	"attachments",
	"ticket_texts",
	"ticket_satisfaction",
	"content_flags",
	"acknowledgements",
	"guard_counts",
	"tickets",
	"daily_rollups",
	"query_days",
	"excluded_counts",
	"machines",
	"gap_changes",
	"reason_triage",
	"dirty_days",
	"counted_days",
	"spent_codes",
	"audit_log",
	"upkeep",
];

beforeAll(async () => {
	const { MIGRATIONS } = env as unknown as { MIGRATIONS: D1Migration[] };
	await applyD1Migrations(bindings.DB, MIGRATIONS);
});

beforeEach(async () => {
	await bindings.DB.batch(tables.map((table) => bindings.DB.prepare(`DELETE FROM ${table}`)));
	moveToNewNetwork();
	resetQueue();
});

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});
