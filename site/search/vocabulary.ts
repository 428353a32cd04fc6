/** A word of the site, as it is written, and in how many documents it stands. */
export interface KnownWord {
	word: string;
	documents: number;
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/**
 * Writes words as a sorted list in which each begins with the number of letters it shares with the one before (front coding,
 * Witten, Moffat and Bell, 1999) and its frequency as a power of two, one sign each. Words with spaces are left out.
 */
export function encodeVocabulary(words: KnownWord[]): string {
	let before = "";
	return [...words]
		.filter(({ word }) => !/\s/.test(word))
		.sort((a, b) => (a.word < b.word ? -1 : 1))
		.map(({ word, documents }) => {
			let shared = 0;
			while (shared < digits.length - 1 && shared < word.length && word[shared] === before[shared]) shared++;
			before = word;
			return `${digits[shared]}${digits[Math.min(digits.length - 1, Math.floor(Math.log2(Math.max(1, documents))))]}${word.slice(shared)}`;
		})
		.join(" ");
}

/** Reads what `encodeVocabulary` wrote; frequencies are rounded down to powers of two. */
export function decodeVocabulary(text: string): KnownWord[] {
	let before = "";
	return text
		.split(" ")
		.filter(Boolean)
		.map((entry) => {
			before = before.slice(0, digits.indexOf(entry[0] ?? "0")) + entry.slice(2);
			return { word: before, documents: 2 ** Math.max(0, digits.indexOf(entry[1] ?? "0")) };
		});
}
