import { problems, type FieldError, type ProblemDocument, type ProblemName } from "#contract/problem.ts";

export interface ProblemOptions {
	/** What is special about this case. Default: the remedy of the table. */
	detail?: string;
	errors?: FieldError[];
	headers?: Record<string, string>;
	/** What a page says in its heading instead of the title, and where it leads on. */
	page?: { title: string; href: string; label: string };
}

/** A refusal from the table `worker/contract/problem.ts`, thrown where it is noticed and answered in one place. */
export class Problem extends Error {
	readonly problem: ProblemName;
	readonly options: ProblemOptions;

	constructor(problem: ProblemName, options: ProblemOptions = {}) {
		super(problems[problem].title);
		this.name = "Problem";
		this.problem = problem;
		this.options = options;
	}

	get status() {
		return problems[this.problem].status;
	}

	/** The RFC 9457 document. */
	document(instance?: string): ProblemDocument {
		const { title, status, remedy } = problems[this.problem];
		const { detail = remedy, errors } = this.options;
		return { type: `/problems/${this.problem}`, title, status, detail, ...(instance && { instance }), ...(errors && { errors }) };
	}

	toResponse(instance?: string): Response {
		return Response.json(this.document(instance), {
			status: this.status,
			headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...this.options.headers },
		});
	}
}
