/**
 * Whether an origin is one of a list: the same text, or, where the list has a star, one name in its place. A star that does not stand for the
 * first name below a domain of two names or more stands for nothing, and nobody is `null`: any page can have that origin.
 * Example of an entry: `https://*.example.com`
 */
export function isListed(origin: string, list: readonly string[]): boolean {
	return list.some((entry) => {
		const [start = "", end, more] = entry.split("*");
		if (end === undefined) return origin === entry && origin !== "null";
		if (more !== undefined || !/^https?:\/\/$/.test(start) || !/^\.[^.]+\../.test(end)) return false;
		const name = origin.slice(start.length, origin.length - end.length);
		return origin.startsWith(start) && origin.endsWith(end) && /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(name);
	});
}
