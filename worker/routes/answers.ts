import { Hono, type Context } from "hono";
import { askSchema, type Answer, type ParsedAsk } from "#contract/answers.ts";
import { limits } from "#contract/limits.ts";
import { redact } from "#contract/redaction.ts";
import { answerFrom } from "../answers/answer.ts";
import { personOffer } from "../answers/person-offer.ts";
import { reasonForPerson } from "../answers/policy.ts";
import { retrieve } from "../answers/retrieve.ts";
import type { App } from "../env.ts";
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

async function answer(c: Context<App>, ask: ParsedAsk): Promise<Answer> {
	const site = await readSite(c.env);
	const speech = speakIn(site, ask.locale);
	c.set("locale", speech.locale);
	const { now } = c.var;
	const person = personOffer(site, speech, now);
	const identity = ask.identity === undefined ? null : await readIdentity(ask.identity, { secret: c.env.IDENTITY_SECRET, audience: site.url, now });
	const question = redact(ask.question);
	const reason = reasonForPerson({ question, category: ask.category, tier: identity?.tier ?? null }, site, speech.locale);
	if (reason) return { kind: "person", reason, person };
	await countQuestion(c);
	return answerFrom(await retrieve(c.env, question, speech.locale), person);
}

/** `POST /api/answers`: what the articles say to a question, or an honest no; always with the way to a person. The question is not stored. */
export const answers = new Hono<App>()
	.use(async function requireAnswers(c, next) {
		const { support } = await readSite(c.env);
		if (!support.answers.enabled) throw new Problem("not-found");
		await next();
	})
	.post("/", rateLimit({ name: "answers" }), async (c) =>
		c.json(await answer(c, await readJson(c, askSchema, limits.smallBody)), 200, { "cache-control": "no-store" }),
	)
	.all("/", refuseMethod("POST"));
