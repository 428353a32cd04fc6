import type { AnswerSource } from "#contract/answers.ts";
import type { Candidate } from "../retrieve.ts";

/** A section that an answer may stand on. */
export interface Evidence {
	/** Title of its article, and its heading. */
	name: string;
	/** Paragraphs, steps, points and rows, each on one line. */
	lines: string[];
	source: AnswerSource;
}

/** Characters of a section that are sent and compared; the rest of a longer one counts as not there. */
const longest = 3000;

/** Words that are meant for a model and not for a reader of help. */
const forModels = [
	/\b(?:ignore|disregard|forget|override|bypass)\b.{0,60}\b(?:instructions?|rules?|prompts?|guidelines|constraints)\b/iu,
	/\b(?:system|developer) (?:prompt|message)\b|\bas an ai\b|\b(?:ai|language) models?\b.{0,20}\b(?:must|should|shall)\b|\bno_answer\b/iu,
	/\byou are (?:now|no longer) (?:an?|the|in)\b|\b(?:jailbreak|developer mode|do anything now)\b/iu,
	/\b(?:note|message|instructions?) (?:to|for) (?:the )?(?:ai|assistant|chatbot|language model|llm|model)\b/iu,
	/\b(?:tell|inform|convince|ask) the (?:user|reader|customer)\b.{0,80}\b(?:password|card number|pin|visit|send)\b/iu,
	/^\s*(?:system|assistant)\s*:|<\|[^|]*\|>|\[\/?inst\]|-{2,}\s*(?:end of )?(?:section|question)\b/imu,
	/\b(?:ignorier\p{L}*|vergiss|vergessen sie|missachte\p{L}*)(?!\p{L}).{0,60}(?:anweisung|vorgabe|regel)/iu,
	/\b(?:ignor[ae]\p{L}*|olvid[ae]\p{L}*|omit[ae]\p{L}*)(?!\p{L}).{0,60}(?:instruccion|indicacion|regla)/iu,
	/(?:تجاهل|انس[َى]?|تجاوز).{0,60}(?:التعليمات|تعليمات|الأوامر|القواعد)/u,
];

/** Whether a text talks to a language model. Somebody who can write into an article must not be able to write answers with it. */
export function speaksToModels(text: string): boolean {
	const plain = text.normalize("NFKC").replace(/[\p{Cf}\p{Mn}]/gu, "");
	return forModels.some((pattern) => pattern.test(plain));
}

/** A section that fits less than this share of the best is about something else. */
const nearEnough = 0.5;

/** Candidates that a model reads. */
const mostRead = 4;

/** What of the candidates may be sent to a model and stand for an answer: none that talks to models, each as long as is read. */
export function evidenceOf(candidates: readonly Pick<Candidate, "blocks" | "source" | "score">[]): Evidence[] {
	const best = Math.max(0, ...candidates.map(({ score }) => score));
	return candidates.slice(0, mostRead).flatMap(({ blocks, source, score }) => {
		if (score < best * nearEnough) return [];
		const name = source.heading === null ? source.title : `${source.title}: ${source.heading}`;
		const all = blocks.map(({ text }) => text);
		if (speaksToModels([name, ...all].join("\n"))) return [];
		let left = longest;
		const lines = all.filter((line) => (left -= line.length) >= 0);
		return lines.length > 0 ? [{ name, lines, source }] : [];
	});
}
