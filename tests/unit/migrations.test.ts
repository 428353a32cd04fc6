import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { migrationFiles } from "#scripts/lib/doctor/migrations.ts";

/** The last one from before the first release; those up to it were applied to no database that others read at the time. */
const first = "0014_answers.sql";

/** What of a migration a version that knows nothing of it cannot live with. */
function breaks(sql: string): string[] {
	const statements = sql.replaceAll(/--.*$/gm, "").split(";");
	return statements
		.map((statement) => statement.replaceAll(/\s+/g, " ").trim())
		.filter(
			(statement) =>
				/^DROP (?:TABLE|TRIGGER|VIEW)|\bRENAME\b|\bDROP COLUMN\b|^CREATE (?:TEMP )?TRIGGER|^CREATE UNIQUE INDEX/i.test(statement) ||
				(/ADD COLUMN/i.test(statement) && /NOT NULL/i.test(statement) && !/DEFAULT/i.test(statement)),
		);
}

describe("migrations", () => {
	it("only add, so that the version before works while they are applied, and after it was rolled back to", () => {
		const later = migrationFiles().filter((name) => name > first);
		expect(later.length).toBeGreaterThan(0);
		for (const name of later) expect([name, breaks(readFileSync(`worker/migrations/${name}`, "utf8"))]).toEqual([name, []]);
	});

	it.each([
		"DROP TABLE votes",
		"ALTER TABLE votes RENAME COLUMN day TO date",
		"ALTER TABLE votes DROP COLUMN day",
		"ALTER TABLE votes ADD COLUMN kind TEXT NOT NULL",
		"CREATE UNIQUE INDEX one ON votes (day)",
	])("do not say: %s", (sql) => {
		expect(breaks(`-- DROP TABLE in a comment is fine\n${sql};\nCREATE TABLE t (a TEXT NOT NULL);`)).toEqual([sql]);
	});

	it("have numbers of their own", () => {
		const numbers = migrationFiles().map((name) => name.slice(0, 4));
		expect(new Set(numbers).size).toBe(numbers.length);
	});
});
