/** Languages that people keep a help centre in. More of them make more names ambiguous, not more days wrong. */
const languages = "bg bs ca cs da de el en es et eu fi fr ga gl hr hu id is it lt lv ms mk nb nl nn pl pt pt-BR ro ru sk sl sq sr sr-Latn sv tr uk".split(" ");

const styles: Intl.DateTimeFormatOptions[] = (["long", "short"] as const).flatMap((month) => [{ month }, { day: "numeric", month, year: "numeric" }]);

/** Short forms that other programs write. */
const others: [string, number][] = [
	["sept", 9],
	["mrz", 3],
];

let known: Map<string, number> | undefined;

/**
 * The month, from 1, that a name means in whatever language knows it. Undefined where none does, and where languages disagree:
 * `listopada` is November in Polish and October in Croatian.
 */
export function monthOf(name: string): number | undefined {
	known ??= namesOfMonths();
	const month = known.get(plain(name));
	return month === 0 ? undefined : month;
}

/** Names by month; 0 for those that mean several. */
function namesOfMonths(): Map<string, number> {
	const names = new Map<string, number>();
	function add(name: string, month: number): void {
		const before = names.get(name);
		names.set(name, before === undefined || before === month ? month : 0);
	}
	for (const [name, month] of others) add(name, month);
	for (const style of languages.flatMap((language) => styles.map((style) => new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }))))
		for (let month = 1; month <= 12; month += 1) {
			const written = style.formatToParts(Date.UTC(2024, month - 1, 15)).find(({ type }) => type === "month")?.value ?? "";
			if (/^\p{L}{3,}\.?$/u.test(written)) add(plain(written), month);
		}
	return names;
}

function plain(name: string): string {
	return name.normalize("NFC").toLowerCase().replace(/\.$/, "");
}
