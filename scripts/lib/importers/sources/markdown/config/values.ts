/** A value of a configuration: of no certain shape. */
export type Value = unknown;

/** A field of a value that may be no object at all. */
export function at(value: Value, ...path: string[]): Value {
	let current = value;
	for (const key of path) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
		current = (current as Record<string, unknown>)[key];
	}
	return current;
}

/** A text or number as text; undefined for anything else. */
export function textOf(value: Value): string | undefined {
	return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** The fields of a value; none when it is no object. */
export function fieldsOf(value: Value): [string, Value][] {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The entries of a list; a single value is a list of one, nothing an empty one. */
export function listOf(value: Value): Value[] {
	return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Every value of a key, however deep it lies; the first is the outermost. */
export function findAll(value: Value, key: string, depth = 0): Value[] {
	if (typeof value !== "object" || value === null || depth > 20) return [];
	const own = at(value, key);
	return [...(own === undefined || Array.isArray(value) ? [] : [own]), ...Object.values(value).flatMap((child) => findAll(child, key, depth + 1))];
}
