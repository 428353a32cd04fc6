import type { Gap, GapDiagnosis } from "#contract/gaps.ts";
import type { GapEvidence } from "../../queries/gap-evidence.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import type { Fault } from "./judge.ts";

/** What today's search says to a phrasing. */
export interface ReplayedQuery {
	query: string;
	/** How often it was searched; a sentence that a reader told counts as one. */
	searches: number;
	/** Of the searches: those that found nothing. */
	zero: number;
	/** The best article, where search is confident of it. */
	answer: string | null;
}

/** Share of what was asked that one article must answer to be the article that uses other words, where readers used it; of searches, and of sessions. */
const enoughAnswered = 0.2;
const enoughHelped = 0.25;
const fewestHelped = 2;
/** Searches that found something, from which their readers tell whether it was the answer; and the share that must have used it. */
const fewestFound = 3;
const enoughUsed = 0.4;
/** Where the answers of today's search are of many articles, none of them is what was looked for; and one that nobody used must answer so much. */
const oneAnswer = 0.5;
/** From this share on, today's search answers the thing; where it found nothing before so often, something was mended. */
const answeredToday = 0.8;
const foundNothing = 0.5;

export interface Diagnosis {
	diagnosis: GapDiagnosis;
	/** Id of the article that answers it, or that was used in vain. */
	article: string | null;
}

/**
 * Why readers do not find what they search for. For what was unanswered, an article counts as the answer in other words where readers
 * got to it by other words and were done with it, or where today's search finds it confidently by some of their phrasings or sentences and
 * those who saw it used it; by most of them, where nobody has seen it yet. That an article merely shares a word proves nothing, nor does one that readers passed by.
 *
 * @param sums what came of the searches
 * @param isOffered whether the site still offers an article
 */
export function diagnose(
	fault: Fault,
	sums: Pick<SearchSums, "searches" | "zero" | "used">,
	replayed: ReplayedQuery[],
	{ sessions, used }: GapEvidence,
	isOffered: (article: string) => boolean,
): Diagnosis {
	const [answer = null] = answersOf(replayed);
	const usedMost = [...used].sort((a, b) => b.sessions - a.sessions).find(({ article }) => isOffered(article));
	if (fault === "not-helpful") return { diagnosis: "not-helpful", article: usedMost?.article ?? answer?.article ?? null };
	if (fault === "not-clicked" && answer && answer.share >= oneAnswer) return { diagnosis: "not-clicked", article: answer.article };
	const helpful = used.find(({ article, helped }) => helped >= fewestHelped && helped >= enoughHelped * sessions && isOffered(article));
	if (helpful) return { diagnosis: "other-words", article: helpful.article };
	const found = sums.searches - sums.zero;
	const passedBy = found >= fewestFound && sums.used < enoughUsed * found;
	const wasUsed = used.some(({ article }) => article === answer?.article);
	if (answer && answer.share >= (wasUsed ? enoughAnswered : oneAnswer) && !passedBy) return { diagnosis: "other-words", article: answer.article };
	return { diagnosis: "no-article", article: null };
}

/** Whether today's search answers what it did not answer when it was asked. */
export function isMended(replayed: ReplayedQuery[]): boolean {
	const sum = (queries: ReplayedQuery[], of: "searches" | "zero") => queries.reduce((all, query) => all + query[of], 0);
	const answered = replayed.filter(({ answer }) => answer !== null);
	const searches = sum(answered, "searches");
	return searches >= answeredToday * sum(replayed, "searches") && sum(answered, "zero") >= foundNothing * searches;
}

/** Articles that answer today, by the share of what was asked. */
function answersOf(replayed: ReplayedQuery[]): { article: string; share: number }[] {
	const all = replayed.reduce((sum, { searches }) => sum + searches, 0);
	const shares = new Map<string, number>();
	for (const { answer, searches } of replayed) if (answer !== null) shares.set(answer, (shares.get(answer) ?? 0) + searches / all);
	return [...shares].map(([article, share]) => ({ article, share })).sort((a, b) => b.share - a.share);
}

/** The next step for a gap, in a sentence. */
export function nextStep(
	{ query, diagnosis, article }: Pick<Gap, "query" | "diagnosis" | "article">,
	{ ticketed, unhelpful }: { ticketed: number; unhelpful: number },
): string {
	const title = article ? `“${article.title}”` : "the article that is found";
	switch (diagnosis) {
		case "no-article":
			return `Write an article that answers “${query}”: npm run gaps drafts it.`;
		case "other-words":
			return `Teach the site that “${query}” means ${title}: npm run gaps adds the words.`;
		case "not-clicked":
			return `Rewrite title and summary of ${title}: readers see it and do not open it.`;
		case "not-helpful":
			return `Rewrite ${title}: ${unhelpful >= ticketed ? "readers voted No on it" : "readers wrote to support after it"}.`;
	}
}
