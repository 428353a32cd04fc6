import { plural } from "#site/lib/plural.ts";
import type { Summary } from "./format.ts";

const sum = (rows: Record<string, number>) => Object.values(rows).reduce((total, n) => total + n, 0);

/** What a backup holds, in a line. */
export function describeBackup({ rows, files, from, madeAt, migrations }: Summary): string {
	const counts = `${plural(rows["tickets"] ?? 0, "ticket")}, ${plural(sum(rows), "row")} in ${plural(Object.keys(rows).length, "table")}, ${plural(files, "file")}`;
	return `${counts}; of the ${from} database on ${madeAt.slice(0, 16).replace("T", " at ")} UTC, up to ${migrations.at(-1) ?? "no migration"}.`;
}
