/** What the pipeline asks of a language. */
export interface Language {
	/** BCP 47 language without region. Example: `de` */
	code: string;
	/** Function words, normalised: they carry no subject in a customer's question. */
	stopWords: ReadonlySet<string>;
	/** The stem of a normalised word. */
	stem(word: string): string;
	/** Spellings of one word brought to one, after `normalise`. Example, German: `ueber` → `uber` */
	fold(word: string): string;
}
