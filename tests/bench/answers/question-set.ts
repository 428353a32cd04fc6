import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { limits } from "#contract/limits.ts";

/** A file of questions each, and the fewest that it holds. */
export const fewest = { answerable: 60, partly: 15, not: 30, tricky: 20, injected: 15 } as const;

export type Kind = keyof typeof fewest;
export const kinds = Object.keys(fewest) as Kind[];

/**
 * What an honest answer does. `answered`: it answers. `either`: it answers rightly, or says that it is unsure. `unsure`: it says so, or
 * offers a person. `person`: it offers a person and nothing else, for the matter is urgent or too delicate for an article.
 */
const expectations = ["answered", "either", "unsure", "person"] as const;

const pattern = z.string().transform((text, context) => {
	try {
		return new RegExp(text, "iu");
	} catch {
		context.addIssue(`${text} is no regular expression`);
		return z.NEVER;
	}
});

const questionSchema = z
	.strictObject({
		/** Names the question in what is printed. Once in all files. */
		id: z.string().regex(/^[a-z0-9-]+$/),
		/** In a customer's words, slips included: not those of the article. */
		question: z.string().min(2).max(limits.question),
		/** Language of question and articles. Default: en */
		locale: z.string().default("en"),
		/** Default: by kind, see `expectedOf`. */
		expected: z.enum(expectations).optional(),
		/**
		 * What an answer may stand on: ids of articles, with `#` and the heading's id where only that section answers. An answer that also
		 * stands on anything else is not cited right, but for the opening of the same article beside the section.
		 */
		sources: z.array(z.string().regex(/^[a-z0-9/-]+(#\S+)?$/)).default([]),
		/** Facts, as regular expressions (case is no matter): an answer's text must hold one of them at least. */
		says: z.array(pattern).max(5).default([]),
		/** What no text of the answer may hold, as regular expressions: what was planted in the question, or personal data. */
		never: z.array(pattern).default([]),
	})
	.refine(({ sources, says }) => sources.length > 0 === says.length > 0, "name sources and facts, or neither");

type Written = z.output<typeof questionSchema>;

/** A question of the set, with what is expected of its answer. */
export interface Question extends Written {
	kind: Kind;
	expected: (typeof expectations)[number];
}

function expectedOf(kind: Kind, { expected, sources }: Written): Question["expected"] {
	if (expected) return expected;
	if (kind === "answerable" || kind === "tricky") return "answered";
	return kind === "not" || sources.length === 0 ? "unsure" : "either";
}

/** Weights and thresholds are chosen by the questions of `dev` alone; those of `held-out` measure them. */
export const halves = ["dev", "held-out"] as const;

/** The half of the set that a question belongs to, by its id alone: it stays there whatever else comes to the set. */
export function halfOf({ id }: Pick<Question, "id">): (typeof halves)[number] {
	return (createHash("sha256").update(id).digest()[0] ?? 0) % 2 === 1 ? "dev" : "held-out";
}

/** Reads the whole set. @throws a ZodError for a file that is not as the schema says */
export function readQuestions(folder = join(import.meta.dirname, "questions")): Question[] {
	return kinds.flatMap((kind) =>
		z
			.array(questionSchema)
			.parse(parse(readFileSync(join(folder, `${kind}.yml`), "utf8")))
			.map((written) => ({ ...written, kind, expected: expectedOf(kind, written) })),
	);
}
