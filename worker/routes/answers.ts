import { Hono, type Context } from "hono";
import { askSchema, type AnswerEvent, type ParsedAsk } from "#contract/answers.ts";
import { limits } from "#contract/limits.ts";
import { redact } from "#contract/redaction.ts";
import { answerFrom } from "../answers/answer.ts";
import { personOffer } from "../answers/person-offer.ts";
import { reasonForPerson } from "../answers/policy.ts";
import { retrieve } from "../answers/retrieve.ts";
import { mayWrite, whole, writeAnswer } from "../answers/write.ts";
import type { App } from "../env.ts";
import { eventStream, wantsEvents } from "../lib/event-stream.ts";
import { readIdentity } from "../lib/identity.ts";
import { dayAt, momentOf, secondsUntilTomorrow } from "../lib/moment.ts";
import { Problem } from "../lib/problem.ts";
import { readJson } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { speakIn } from "../lib/speech.ts";
import { hashOfNetwork } from "../lib/visitor.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { countUpTo } from "../queries/guard-counts.ts";

/** Counts a question for its network. @throws `question-cap` when the day's are used up */
async function countQuestion(c: Context<App>): Promise<void> {
	const moment = await momentOf(c);
	const network = await hashOfNetwork(c.env.SALTS, "questions", c.var.network, moment);
	if (await countUpTo(c.env.DB, { day: dayAt(moment), what: `questions:${network}`, most: limits.questionsPerNetworkAndDay })) return;
	throw new Problem("question-cap", { headers: { "retry-after": String(secondsUntilTomorrow(moment)) } });
}

/** Makes the answer, in pieces where a model writes; ends with the whole. Whatever is refused is refused before the first piece. */
type Answering = (gone: AbortSignal) => AsyncGenerator<AnswerEvent>;

async function answer(c: Context<App>, ask: ParsedAsk): Promise<Answering> {
	const site = await readSite(c.env);
	const speech = speakIn(site, ask.locale);
	c.set("locale", speech.locale);
	const { now } = c.var;
	const person = personOffer(site, speech, now);
	const identity = ask.identity === undefined ? null : await readIdentity(ask.identity, { secret: c.env.IDENTITY_SECRET, audience: site.url, now });
	const question = redact(ask.question);
	const reason = reasonForPerson({ question, category: ask.category, tier: identity?.tier ?? null }, site, speech.locale);
	if (reason) return () => whole({ kind: "person", reason, person });
	await countQuestion(c);
	const { locale } = speech;
	const retrieved = await retrieve(c.env, question, locale);
	const day = dayAt(await momentOf(c));
	return (gone) => writeAnswer(c.env, { question, locale, retrieved, extracted: answerFrom(retrieved, person), day, now, gone });
}

async function send(c: Context<App>, start: Answering): Promise<Response> {
	if (mayWrite(c.env) && wantsEvents(c.req.header("accept"))) return eventStream(start);
	for await (const event of start(c.req.raw.signal)) if (event.event === "whole") return c.json(event.answer, 200, { "cache-control": "no-store" });
	throw new Error("an answer has no end");
}

/** `POST /api/answers`: what the articles say to a question, or an honest no; always with the way to a person. The question is not stored. */
export const answers = new Hono<App>()
	.use(async function requireAnswers(c, next) {
		const { support } = await readSite(c.env);
		if (!support.answers.enabled) throw new Problem("not-found");
		await next();
	})
	.post("/", rateLimit({ name: "answers" }), async (c) => send(c, await answer(c, await readJson(c, askSchema, limits.smallBody))))
	.all("/", refuseMethod("POST"));
