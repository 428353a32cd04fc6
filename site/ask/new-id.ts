/** A random UUID, also on pages without a secure context, where `crypto.randomUUID` is missing. */
export function newId(): string {
	const digits = [...crypto.getRandomValues(new Uint8Array(32))].map((value) => (value & 15).toString(16)).join("");
	return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
