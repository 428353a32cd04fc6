import { readdirSync } from "node:fs";
import { join } from "node:path";
import { newestMigration } from "#worker/lib/newest-migration.ts";
import { root } from "../paths.ts";
import type { Examine } from "./examined.ts";

/** Names of the migrations of this version, oldest first. */
export function migrationFiles(): string[] {
	return readdirSync(join(root, "worker/migrations"))
		.filter((name) => name.endsWith(".sql"))
		.sort();
}

/** Whether the Worker asks for the migration that is the newest. */
export function examineVersion(files: readonly string[]): Examine {
	const newest = files.at(-1) ?? "";
	if (newest === newestMigration) return { what: "Newest migration", state: "ok", found: `${newest}.` };
	return {
		what: "Newest migration",
		state: "wrong",
		found: `worker/lib/newest-migration.ts names ${newestMigration}, the newest file is ${newest}.`,
		why: "/api/ready would not notice that it is missing.",
		todo: "Write the name of the newest file there.",
	};
}

/** Whether a database has all migrations. @param pending names of those that it lacks; null where nobody looked */
export function examineDatabase(what: string, pending: readonly string[] | null, todo: string, absent: string): Examine {
	if (pending === null) return { what, state: "ok", found: absent };
	if (pending.length === 0) return { what, state: "ok", found: "Has every migration." };
	return { what, state: "wrong", found: `Lacks ${pending.join(", ")}.`, why: "This version of the Worker cannot work with it.", todo };
}
