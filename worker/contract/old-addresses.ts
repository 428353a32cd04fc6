/** Folder of the files in which the Worker looks an old address up. */
export const redirectFolder = "/_site/redirects";

/** An address in its parts. `/a/?b=c#d` → `/a/`, `?b=c`, `d`. Without `#` the fragment is undefined. */
export function splitAddress(address: string): { path: string; query: string; fragment: string | undefined } {
	const [, path = "", query = "", fragment] = /^([^?#]*)(\?[^#]*)?(?:#([\s\S]*))?$/.exec(address) ?? [];
	return { path, query, fragment };
}

/** Text without its percent signs; text that is escaped wrongly stays as it is. */
export function decodePercent(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** What addresses are compared by: decoded, without a slash at the end, query or fragment. The home page is the empty text. */
export function addressKey(address: string): string {
	return decodePercent(splitAddress(address).path).replace(/\/+$/, "");
}

/**
 * The file that holds a key, so that a look-up reads one small file of up to 256. Spellings that differ in capitals share a file.
 * Example: `/_site/redirects/7f.json`
 */
export function redirectShard(key: string): string {
	// FNV-1a, 32 bit: short, the same on both sides, and spread evenly enough.
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(key.toLowerCase())) hash = Math.imul(hash ^ byte, 0x01000193);
	return `${redirectFolder}/${((hash ^ (hash >>> 16)) & 0xff).toString(16).padStart(2, "0")}.json`;
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Why an address cannot be one of this site, in words that follow it; undefined when it can. Whether there is a page is another question. */
export function addressProblem(address: string): string | undefined {
	const { path } = splitAddress(address);
	// Decoded once more than browsers do: what is hidden twice is hidden on purpose.
	const plain = decodePercent(decodePercent(path));
	if (!path.startsWith("/")) return "does not start with a slash";
	if (/^[/\\]{2}/.test(plain)) return "leads to another site";
	if (plain.includes("\\")) return "holds a backslash, which browsers read as a slash";
	if (control.test(address) || control.test(decodePercent(decodePercent(address)))) return "holds a control character";
	if (/\s/.test(address)) return "holds a space";
	if (/%(?![0-9a-f]{2})/i.test(address)) return "holds a percent sign that escapes nothing";
	if (plain.includes("//")) return "holds an empty part (//)";
	if (plain.split("/").some((part) => part === "." || part === "..")) return "holds a part of dots";
	return undefined;
}
