/** Whether a path fits a pattern in which `*` stands for anything, also for nothing. */
export function fitsPath(path: string, pattern: string): boolean {
	const [start = "", ...parts] = pattern.split("*");
	const end = parts.pop();
	if (end === undefined) return path === pattern;
	if (!path.startsWith(start) || !path.endsWith(end) || path.length < start.length + end.length) return false;
	let at = start.length;
	for (const part of parts) {
		at = path.indexOf(part, at);
		if (at < 0) return false;
		at += part.length;
	}
	return at <= path.length - end.length;
}

/** The first rule that fits the page: by its path, or by the one that products with one page keep behind `#`. */
export function ruleFor<Rule extends { path: string }>({ pathname, hash }: { pathname: string; hash: string }, rules: readonly Rule[]): Rule | undefined {
	const paths = [...(/^#!?\//.test(hash) ? [hash.replace(/^#!?/, "").split("?")[0] ?? ""] : []), pathname];
	for (const path of paths) {
		const found = rules.find((rule) => fitsPath(path, rule.path));
		if (found) return found;
	}
	return undefined;
}
