/** Whether an origin is one of a list: the same text, or, where the list has a star, one name in its place. Example of an entry: `https://*.example.com` */
export function isListed(origin: string, list: readonly string[]): boolean {
	return list.some((entry) => {
		const [start = "", end] = entry.split("*");
		if (end === undefined) return origin === entry;
		const name = origin.slice(start.length, origin.length - end.length);
		return origin.startsWith(start) && origin.endsWith(end) && /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(name);
	});
}
