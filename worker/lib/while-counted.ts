import { countsMark } from "../queries/rollups.ts";

/** The largest are some hundred kilobytes; a manager looks at few periods. */
const kept = 12;

const remembered = new Map<string, { mark: string; value: unknown }>();

/**
 * What was worked out from the counts, until something is counted again: the manager's next page need not work it out anew.
 * Remembered by this isolate only. The value is shared, so nobody may change it.
 *
 * @param name what it is, with everything it depends on but the counts and the deployed site
 */
export async function whileCounted<Value>(db: D1Database, name: string, work: () => Promise<Value>): Promise<Value> {
	const mark = await countsMark(db);
	const known = remembered.get(name);
	if (mark !== null && known?.mark === mark) return known.value as Value;
	const value = await work();
	remembered.delete(name);
	if (mark !== null) remembered.set(name, { mark, value });
	for (const oldest of remembered.keys()) {
		if (remembered.size <= kept) break;
		remembered.delete(oldest);
	}
	return value;
}
