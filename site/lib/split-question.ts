const sentenceEnd = /[.!?…؟](?=\s)|\n/u;

/** Whether a text goes on after its first sentence. */
export function hasMoreSentences(text: string): boolean {
	return sentenceEnd.test(text.trim());
}

/** The first sentence of a text, in one line. Example: `I cannot log in. It says ERR_4021.` gives `I cannot log in` */
export function firstSentence(text: string): string {
	const trimmed = text.trim();
	const end = sentenceEnd.exec(trimmed);
	const sentence = end ? trimmed.slice(0, end.index + ("?؟".includes(end[0]) ? 1 : 0)) : trimmed;
	return sentence.replace(/\s+/gu, " ").trim();
}

/**
 * A question in the customer's own words as the form takes it: the first sentence is what it is about; a longer text is also what
 * happened.
 *
 * @param most characters of a subject
 */
export function splitQuestion(question: string, most: number): { subject: string; description: string } {
	const sentence = firstSentence(question);
	const subject = sentence.length > most ? `${sentence.slice(0, most - 1).trimEnd()}…` : sentence;
	const isWhole = question.trim().replace(/[.\s]+$/u, "") === sentence.replace(/[.\s]+$/u, "") && sentence === subject;
	return { subject, description: isWhole ? "" : question.trim() };
}
