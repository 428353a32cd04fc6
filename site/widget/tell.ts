const told = new Set<string>();

/** Says in the console of the host page what its developers can mend, each thing once. Customers do not see it, so it is in English. */
export function tell(words: string): void {
	if (told.has(words)) return;
	told.add(words);
	console.warn(`Tier Zero help: ${words}`);
}
