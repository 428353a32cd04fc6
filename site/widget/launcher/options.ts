/** What the script's tag says. */
export interface Options {
	/** Locale that is wanted; empty where the page's own language decides. */
	locale: string;
	/** Topic of the centre that is suggested on every page; empty where the page's address decides. */
	topic: string;
	/** Colour of button and marks, `#rrggbb`; empty for the centre's. */
	accent: string;
	/** Corner at the bottom of the page, in the widget's reading direction. */
	position: "start" | "end";
	/** Whether it is light or dark; `auto` follows the system. */
	theme: "auto" | "light" | "dark";
	/** Whether there is a button; without one the product opens the panel itself. */
	button: boolean;
	/** Who the customer is, signed by the product (JWT); empty where it says nothing. */
	identity: string;
}

/** Reads the attributes of the script's tag. @param tell told of what does not fit, which counts as absent */
export function readOptions(data: Readonly<Record<string, string | undefined>>, tell: (words: string) => void): Options {
	const { locale = "", topic = "", identity = "" } = data;

	/** The value of an attribute where it fits. @param wanted what it may be, for who wrote something else */
	function read(name: string, fits: (value: string) => boolean, wanted: string): string {
		const value = data[name] ?? "";
		if (value === "" || fits(value)) return value;
		tell(`data-${name}="${value.slice(0, 60)}" counts as absent. Do: write ${wanted}, or leave it out.`);
		return "";
	}

	const isOneOf =
		(...known: string[]) =>
		(value: string) =>
			known.includes(value);
	const theme = read("theme", isOneOf("auto", "light", "dark"), "auto, light or dark");
	return {
		locale,
		topic,
		accent: read("accent", (value) => /^#[0-9a-f]{6}$/i.test(value), "a colour such as #0b6e4f"),
		position: read("position", isOneOf("start", "end"), "start or end") === "start" ? "start" : "end",
		theme: theme === "light" || theme === "dark" ? theme : "auto",
		button: read("button", isOneOf("none"), "none") !== "none",
		identity,
	};
}

/** The locale of the centre that fits what is wanted: itself, its language, or the centre's first. */
export function chooseLocale(wanted: string, known: readonly string[], first: string): string {
	const language = wanted.split("-")[0]?.toLowerCase();
	return known.find((locale) => locale.toLowerCase() === wanted.toLowerCase()) ?? known.find((locale) => locale === language) ?? first;
}
