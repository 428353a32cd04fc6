/** A search of so many words is a sentence. */
const sentence = 4;

/** Whether words of a search read as a question, which an answer fits better than a list. Example: `how do I change my plan` */
export function readsAsQuestion(text: string): boolean {
	const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu) ?? [];
	return words.length >= sentence || (words.length > 1 && /[?？؟]/u.test(text));
}
