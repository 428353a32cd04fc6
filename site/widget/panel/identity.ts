/** What a signed identity says of the customer, to fill the form in. Whether it holds is for the Worker to say. */
export interface Claimed {
	name: string;
	email: string;
	company: string;
}

/** Reads the words of a JWT without checking it; empty ones for what is none. */
export function readClaims(token: string): Claimed {
	try {
		const part = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
		const bytes = Uint8Array.from(atob(part), (sign) => sign.charCodeAt(0));
		const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
		const text = (name: string) => (typeof claims[name] === "string" ? claims[name] : "");
		return { name: text("name"), email: text("email"), company: text("company") };
	} catch {
		return { name: "", email: "", company: "" };
	}
}
