import type { Answer, FoundAnswer, Guess } from "#contract/answers.ts";
import type { Question } from "./question-set.ts";

/** What became of a question. */
export interface Outcome {
	question: Pick<Question, "id" | "kind" | "locale" | "expected">;
	/** How it was answered. */
	answer: Answer["kind"];
	right: boolean;
	/** Whether every source is one that was expected; null where nothing was answered. */
	cited: boolean | null;
	/** Whether it consists of words of the articles, with paths of the site, and of nothing that came with the question. */
	sound: boolean;
	/** Where nothing answered: whether one of the places shown as what may help does answer; null where none was shown. */
	guessed: boolean | null;
	/** Why it is wrong, for a person; null where it is right. */
	wrong: string | null;
}

/** The words of an article as letters and digits alone, by language and id; null where there is none. */
export type LettersOf = (locale: string, id: string) => string | null;

export const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

/** Judges the answer to a question. */
export function judge(question: Question, answer: Answer, lettersOf: LettersOf): Outcome {
	const { id, kind, locale, expected, sources, says } = question;
	const found = answer.kind === "answered" ? answer : null;
	const guesses = answer.kind === "unsure" ? answer.guesses.map(shownAs) : [];
	const cited = found && isCited(found.sources, sources);
	const damage =
		found?.way === "written"
			? "is written, where nothing writes"
			: ([...(found ? [found] : []), ...guesses].map((shown) => damageOf(shown, question, lettersOf)).find((damaged) => damaged !== null) ?? null);
	const hasFact = (shown: Shown) => says.some((fact) => fact.test(textOf(shown)));
	const guessed = guesses.length > 0 ? guesses.some((guess) => hasFact(guess) && isCited(guess.sources, sources)) : null;
	function wrongness(): string | null {
		if (damage) return damage;
		if (expected === "person") return answer.kind === "person" ? null : `${toldKind(answer)}, where a person is needed`;
		if (!found) return expected === "answered" ? `${toldKind(answer)}, though articles answer` : null;
		const from = found.sources.map(({ url }) => url).join(", ");
		if (expected === "unsure") return `answers from ${from}, though nothing does`;
		if (!cited) return `answers from ${from}`;
		return hasFact(found) ? null : `answers from ${from} without the fact`;
	}
	const wrong = wrongness();
	return { question: { id, kind, locale, expected }, answer: answer.kind, right: wrong === null, cited, guessed, sound: damage === null, wrong };
}

/** What is shown of the articles. */
type Shown = Pick<FoundAnswer, "parts" | "sources">;

const shownAs = ({ source, parts }: Guess): Shown => ({ parts: parts.map((part) => ({ ...part, source: 0 })), sources: [source] });

const textOf = ({ parts }: Shown) => parts.map(({ text }) => text).join("\n");

function toldKind({ kind }: Answer): string {
	return kind === "person" ? "offers a person" : kind === "unsure" ? "is unsure" : "answers";
}

/** Whether every source is an accepted one; the opening of an article is one, too, beside a section of it that is. */
function isCited(given: Shown["sources"], accepted: string[]): boolean {
	const right = given.filter((source) => accepted.some((place) => stands(source, place)));
	return given.every((source) => right.includes(source) || (!source.url.includes("#") && right.some(({ id }) => id === source.id)));
}

function stands({ id, url }: Shown["sources"][number], accepted: string): boolean {
	const [article, heading] = accepted.split("#");
	const place = url.split("#")[1];
	return id === article && (heading === undefined || (place !== undefined && decodeURIComponent(place) === heading));
}

/** Whether each clause of a text stands in an article, whole or (a cell below the head of its column) in two pieces. */
function isFrom(article: string, text: string): boolean {
	return text.split(/[.,:;!?…\n]+/u).every((clause) => {
		const words = clause.split(/\s+/u);
		return words.some((_, place) => article.includes(letters(words.slice(0, place).join(""))) && article.includes(letters(words.slice(place).join(""))));
	});
}

/** What is in an answer that no article and no path of the site gave; null where there is nothing. */
function damageOf(shown: Shown, { locale, never }: Question, lettersOf: LettersOf): string | null {
	const { parts, sources } = shown;
	if (parts.length === 0 || sources.length === 0) return "is empty";
	for (const { text, source } of parts) {
		const article = sources[source];
		const known = article ? lettersOf(locale, article.id) : null;
		if (known === null || !isFrom(known, text)) return `says what no article says: ${text.slice(0, 80)}`;
	}
	const strange = sources.find(({ url }) => !/^\/(?!\/)\S*$/.test(url));
	if (strange) return `names a source outside the site: ${strange.url}`;
	const planted = never.find((words) => words.test(`${textOf(shown)}\n${JSON.stringify(sources)}`));
	return planted ? `holds what came with the question: ${planted.source}` : null;
}
