import type { Figure, Part } from "#scripts/lib/figure.ts";
import { buildSite } from "#scripts/lib/build-site.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { answerFigures } from "./answer-figures.ts";
import { ask } from "./ask.ts";
import { builtAssets, builtLetters } from "./built-articles.ts";
import { judge, type Outcome } from "./judge.ts";
import { halfOf, halves, readQuestions } from "./question-set.ts";

/**
 * Asks the whole set in the articles' own words, without a model, and tells each question of `dev` that went wrong in a line. What went wrong
 * in the other half stays untold, so that nobody mends by it.
 */
async function inOwnWords(say: (line: string) => void): Promise<Figure[]> {
	await buildSite();
	const assets = builtAssets(outFolder);
	const lettersOf = builtLetters(outFolder);
	const outcomes: Outcome[] = [];
	for (const question of readQuestions()) {
		const outcome = judge(question, await ask(assets, question), lettersOf);
		outcomes.push(outcome);
		if (outcome.wrong && halfOf(question) === "dev")
			say(`${question.kind}/${question.id} “${question.question.replace(/\s+/g, " ").slice(0, 90)}” ${outcome.wrong}`);
	}
	return [
		...answerFigures(outcomes, "all"),
		...halves.flatMap((half) =>
			answerFigures(
				outcomes.filter(({ question }) => halfOf(question) === half),
				half,
			),
		),
	];
}

/** Answers: right, with their source, and honest where nothing answers. Goals: issue 8. */
export const parts: Part[] = [{ name: "answers in the articles' own words", measure: inOwnWords }];
