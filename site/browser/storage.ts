// A forbidden storage throws when it is only named.
type StorageName = "sessionStorage" | "localStorage";

/** What a storage of the browser keeps under a key; the fallback where there is nothing, or where the browser forbids to look. */
export function readStored<Value>(storage: StorageName, key: string, fallback: Value): Value {
	try {
		return (JSON.parse(window[storage].getItem(key) ?? "null") as Value | null) ?? fallback;
	} catch {
		return fallback;
	}
}

/** Keeps a value under a key, where the browser allows it. A full or forbidden storage costs memory of the visit, nothing else. */
export function store(storage: StorageName, key: string, value: unknown): void {
	try {
		window[storage].setItem(key, JSON.stringify(value));
	} catch {
		// See above.
	}
}

/** Removes a key, where the browser allows it. */
export function removeStored(storage: StorageName, key: string): void {
	try {
		window[storage].removeItem(key);
	} catch {
		// What could not be looked at was not kept either.
	}
}
