/** A database that notes the text of every statement that is prepared, whoever runs it. */
export function recordStatements(db: D1Database): { db: D1Database; statements: Set<string> } {
	const statements = new Set<string>();
	const recorded = new Proxy(db, {
		get(target, name) {
			if (name !== "prepare") {
				const value: unknown = Reflect.get(target, name, target);
				return typeof value === "function" ? (value.bind(target) as unknown) : value;
			}
			return (sql: string) => {
				statements.add(sql.replace(/\s+/g, " ").trim());
				return target.prepare(sql);
			};
		},
	});
	return { db: recorded, statements };
}

/** Parts of a plan that read every row of a table that grows with the readers; null for the name of a subquery or a small table. */
export function fullScans(sql: string, plan: string[], { large, partial }: { large: readonly string[]; partial: ReadonlySet<string> }): string[] {
	const names = new Map<string, string>();
	for (const [, table = "", alias] of sql.matchAll(
		/(?:\bFROM|\bJOIN|,)\s+(\w+)(?:\s+(?:AS\s+)?(?!(?:WHERE|JOIN|LEFT|CROSS|ON|GROUP|ORDER|UNION|LIMIT|SET|SELECT)\b)(\w+))?/gi,
	)) {
		if (!large.includes(table)) continue;
		names.set(table, table);
		if (alias !== undefined) names.set(alias, table);
	}
	return plan.filter((step) => {
		const [, name = "", index = ""] = /^SCAN (\w+)(?:.*? INDEX (\w+))?/.exec(step) ?? [];
		return names.has(name) && !partial.has(index);
	});
}
