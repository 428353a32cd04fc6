import { problems, type FieldError, type ProblemDocument, type ProblemName } from "#contract/problem.ts";
import { english, type Words } from "./speech.ts";

/** What is said in the reader's language; where only a program can get it wrong, a sentence in English. */
export type Saying = string | ((words: Words) => string);

/** One field that did not fit, before it is known who reads it. */
export interface FaultyField {
	field: string;
	message: Saying;
}

export interface ProblemOptions {
	/** What is special about this case. Default: the remedy of the table. */
	detail?: Saying;
	errors?: FaultyField[];
	headers?: Record<string, string>;
	/** What a page says in its heading instead of the title, and where it leads on. */
	page?: { title: string; href: string; label: string };
}

/** Says it in one language. */
export function tell(saying: Saying, words: Words): string {
	return typeof saying === "string" ? saying : saying(words);
}

/** A refusal from the table `worker/contract/problem.ts`, thrown where it is noticed and answered in one place. */
export class Problem extends Error {
	readonly problem: ProblemName;
	readonly options: ProblemOptions;

	constructor(problem: ProblemName, options: ProblemOptions = {}) {
		super(english.t.problems.table[problem].title);
		this.name = "Problem";
		this.problem = problem;
		this.options = options;
	}

	get status() {
		return problems[this.problem];
	}

	/** The RFC 9457 document. */
	document(words: Words, instance?: string): ProblemDocument {
		const { title, remedy } = words.t.problems.table[this.problem];
		const { detail = remedy, errors } = this.options;
		return {
			type: `/problems/${this.problem}`,
			title,
			status: this.status,
			detail: tell(detail, words),
			...(instance && { instance }),
			...(errors && { errors: errors.map(({ field, message }) => ({ field, message: tell(message, words) })) }),
		};
	}

	/** What is to be mended in a form: its fields, or the form as a whole. */
	inForm(words: Words): FieldError[] {
		const { title, detail, errors = [{ field: "(form)", message: `${title} ${detail}` }] } = this.document(words);
		return errors;
	}

	/** Puts what it says in headers, such as when to come back, on a page that tells it. */
	mark(page: Response): Response {
		for (const [name, value] of Object.entries(this.options.headers ?? {})) page.headers.set(name, value);
		return page;
	}

	toResponse(words: Words, instance?: string): Response {
		return Response.json(this.document(words, instance), {
			status: this.status,
			headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...this.options.headers },
		});
	}
}
