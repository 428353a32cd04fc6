import type { Answer, PersonOffer } from "#contract/answers.ts";
import { answerFrom } from "#worker/answers/answer.ts";
import { reasonForPerson } from "#worker/answers/policy.ts";
import { retrieve } from "#worker/answers/retrieve.ts";
import type { Env } from "#worker/env.ts";
import { readSite } from "#worker/lib/site.ts";
import type { Question } from "./question-set.ts";

const person: PersonOffer = { hours: "", contact: "/contact/", hotline: null, chat: null };

/** Asks a question as somebody without a signed identity does, without a model. */
export async function ask(env: Pick<Env, "ASSETS">, { question, locale }: Pick<Question, "question" | "locale">): Promise<Answer> {
	const reason = reasonForPerson({ question, tier: null }, await readSite(env), locale);
	return reason ? { kind: "person", reason, person } : answerFrom(await retrieve(env, question, locale), person);
}
