import type { Answer, AnswerEvent, AnswerPart, AnswerSource, FoundAnswer } from "#contract/answers.ts";
import { createAnalyse } from "#site/search/analyse.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import type { Env } from "../env.ts";
import { reserve, settle, tokensOf } from "./budget.ts";
import { patiently } from "./provider/patiently.ts";
import { isPaused, pauseAfter } from "./provider/pause.ts";
import { ProviderFailure, type Provider } from "./provider/provider.ts";
import { providerOf } from "./provider/provider-of.ts";
import type { Retrieved } from "./retrieve.ts";
import { evidenceOf, type Evidence } from "./writing/evidence.ts";
import { mostSentences, noAnswer, promptFor } from "./writing/prompt.ts";
import { createSentences, type Sentence } from "./writing/sentences.ts";
import { signsOf } from "./writing/signs.ts";
import { createSupport, type Support } from "./writing/support.ts";
import { logError } from "../lib/log.ts";

/** Tokens of an answer: five sentences in a script that takes many. */
const maxTokens = 600;

/** Pieces that are shown; more was not asked for. Steps of one answer may be more than its sentences. */
const mostParts = mostSentences + 3;

/** Milliseconds for the first words and for all of them, where `ANSWER_TIMEOUT_MS` says nothing. */
const usualPatience = 20_000;
const firstShare = 0.5;

interface WriteRequest {
	/** Without personal data. */
	question: string;
	locale: string;
	retrieved: Retrieved;
	/** The answer in the articles' own words, which stands wherever writing does not succeed. */
	extracted: Answer;
	/** Day of the budget, and epoch milliseconds. */
	day: string;
	now: number;
	/** Nobody waits any more. */
	gone?: AbortSignal;
}

interface Setting {
	provider: Provider;
	answer: FoundAnswer;
	evidence: Evidence[];
	support: Support;
}

/** Whether a provider is configured, so that answers may come in pieces. */
export function mayWrite(env: Env): boolean {
	return providerOf(env) !== null;
}

/**
 * An answer in sentences that a model writes from what was retrieved, each of which a section that it cites was found to hold. Ends with the
 * whole, always. A question that nobody could answer, a FAQ's own answer, and everything that goes wrong leave the articles' own words.
 */
export async function* writeAnswer(env: Env, request: WriteRequest): AsyncGenerator<AnswerEvent> {
	const setting = await settingOf(env, request);
	const written = setting ? yield* write(env, request, setting) : null;
	yield* whole(written ?? request.extracted);
}

/** An answer that comes in one piece. */
// eslint-disable-next-line @typescript-eslint/require-await -- A stream with nothing to wait for.
export async function* whole(answer: Answer): AsyncGenerator<AnswerEvent> {
	yield { event: "whole", answer };
}

async function settingOf(env: Env, { extracted, retrieved, locale, now }: WriteRequest): Promise<Setting | null> {
	const provider = providerOf(env);
	const signs = signsOf(locale);
	if (!provider || !signs || extracted.kind !== "answered" || extracted.way === "faq" || isPaused(provider.name, now)) return null;
	const evidence = evidenceOf(retrieved.candidates);
	if (evidence.length === 0) return null;
	const support = createSupport(evidence, { locale, signs, analyse: createAnalyse(await loadLanguage(locale)) });
	return { provider, answer: extracted, evidence, support };
}

async function* write(env: Env, request: WriteRequest, setting: Setting): AsyncGenerator<AnswerEvent, FoundAnswer | null> {
	const { provider, answer, evidence } = setting;
	const { question, locale, day, gone } = request;
	const messages = promptFor({ question, locale, sections: evidence, marker: crypto.randomUUID().slice(0, 13) });
	const reserved = tokensOf(messages) + maxTokens;
	let spent = reserved;
	try {
		if (!(await reserve(env, day, reserved))) return null;
	} catch {
		return null;
	}
	try {
		const start = (signal: AbortSignal) => provider.stream(messages, { signal, maxTokens, onUsage: (tokens) => void (spent = tokens) });
		const { parts, sources, isSound } = yield* keepSupported(patiently(start, patienceOf(env), gone), locale, setting);
		return isSound ? { ...answer, way: "written", parts, sources } : null;
	} catch (error) {
		if (gone?.aborted) return null;
		const failure = error instanceof ProviderFailure ? error : new ProviderFailure("garbled");
		if (["address", "refused", "unreachable"].includes(failure.reason)) spent = 0;
		pauseAfter(provider.name, failure, request.now);
		logError("answers_failed", { provider: provider.name, reason: failure.reason, status: failure.status });
		return null;
	} finally {
		await settle(env, day, { reserved, spent });
	}
}

function patienceOf({ ANSWER_TIMEOUT_MS: setting }: Env): { first: number; whole: number } {
	const whole = Number(setting) > 0 ? Number(setting) : usualPatience;
	return { first: whole * firstShare, whole };
}

interface Kept {
	parts: AnswerPart[];
	/** Those that the parts name, in the order in which they were first named. */
	sources: AnswerSource[];
	/** Whether what was kept may stand alone. */
	isSound: boolean;
}

async function* keepSupported(pieces: AsyncIterable<string>, locale: string, { evidence, support }: Setting): AsyncGenerator<AnswerEvent, Kept> {
	const sentences = createSentences(locale);
	const parts: AnswerPart[] = [];
	const sources: AnswerSource[] = [];
	const dropped: Sentence[] = [];
	const isFull = () => parts.length >= mostParts;
	const isRefused = () => dropped.some(({ text }) => text.includes(noAnswer));
	for await (const piece of pieces) {
		yield* keep(sentences.push(piece));
		if (isFull() || isRefused()) break;
	}
	yield* keep(sentences.end());
	// Steps of which one is missing lead nowhere; what is mostly thrown away was not written from the sections.
	const isSound = parts.length > 0 && parts.length >= dropped.length && !isRefused() && !dropped.some(({ as }) => as === "step");
	return { parts, sources, isSound };

	function* keep(found: Sentence[]): Generator<AnswerEvent> {
		for (const sentence of found) {
			if (isFull() || isRefused() || parts.some(({ text }) => text === sentence.text)) continue;
			const source = evidence[support.sectionOf(sentence) ?? -1]?.source;
			if (source) yield* show(sentence, source);
			else dropped.push(sentence);
		}
	}

	function* show({ text, as }: Sentence, source: AnswerSource): Generator<AnswerEvent> {
		if (!sources.includes(source)) {
			sources.push(source);
			yield { event: "sources", sources: [...sources] };
		}
		const part: AnswerPart = { text, as, source: sources.indexOf(source) };
		parts.push(part);
		yield { event: "part", part };
	}
}
