/** A sentence for each plural form that its language has (CLDR); `count` decides. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A sentence with `{names}` for what varies. */
export type Message = string | Plural;

/** What fills the `{names}` of a message. A number is written as the language writes it. */
export type Values = Readonly<Record<string, string | number>>;

/** The same messages in another language: a sentence stays one, and what has plural forms has those of that language. */
export type Translated<Source> = Source extends string
	? string
	: Source extends { other: string }
		? Plural
		: { readonly [Key in keyof Source]: Translated<Source[Key]> };

/** Says a message in one language. */
export type Say = (message: Message, values?: Values) => string;

/** Messages in one language, and the function that fills them in. */
export interface Spoken<Strings> {
	t: Strings;
	say: Say;
}

function isPlural(message: Message): message is Plural {
	return typeof message !== "string";
}

/** Makes something when it is first needed, and once for each language: to make what speaks it takes longer than to say a page. */
export function remembered<Made>(make: (format: string) => Made): (format: string) => Made {
	const known = new Map<string, Made>();
	return (format) => {
		const made = known.get(format) ?? make(format);
		known.set(format, made);
		return made;
	};
}

const rulesOf = remembered((format) => new Intl.PluralRules(format));
const numbersOf = remembered((format) => new Intl.NumberFormat(format));

/**
 * Makes the function that fills messages in.
 *
 * @param format the language whose plural rules and numbers are used, as BCP 47. Example: `ar-u-nu-latn`
 */
export function createSay(format: string): Say {
	return (message, values = {}) => {
		const count = values["count"];
		const text = isPlural(message) ? (message[typeof count === "number" ? rulesOf(format).select(count) : "other"] ?? message.other) : message;
		return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
			const value = values[name];
			return typeof value === "number" ? numbersOf(format).format(value) : (value ?? whole);
		});
	};
}
