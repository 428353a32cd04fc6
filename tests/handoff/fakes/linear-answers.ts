import type * as z from "zod";
import { checked } from "./checked.ts";
import { Refused, type FakeAnswer } from "./fake-desk.ts";
import type { stateFilter } from "./linear-schema.ts";

/** Workflow states of the only team. */
export const states = [
	{ id: "5e9f2c1a-0000-4000-8000-000000000001", name: "Triage", type: "triage", position: 0, color: "#000000" },
	{ id: "5e9f2c1a-0000-4000-8000-000000000002", name: "Todo", type: "unstarted", position: 1, color: "#000000" },
	{ id: "5e9f2c1a-0000-4000-8000-000000000003", name: "In Progress", type: "started", position: 2, color: "#000000" },
	{ id: "5e9f2c1a-0000-4000-8000-000000000004", name: "Done", type: "completed", position: 3, color: "#000000" },
	{ id: "5e9f2c1a-0000-4000-8000-000000000005", name: "Canceled", type: "canceled", position: 4, color: "#000000" },
];
/** The only team. */
export const team = { id: "9cfb482a-81e3-4154-b5b9-2c805e70a02d", key: "SUP", name: "Support", states: page(states) };

/** A refusal. With status 200 the body says that it is one. */
export function errors(status: number, code: string, type: string, message: string): FakeAnswer {
	const extensions = { type, code, statusCode: status === 200 ? 400 : status, userError: true, userPresentableMessage: message };
	return { status, json: { errors: [{ message, extensions }], ...(status === 200 && { data: null }) } };
}
/** What was sent is well-formed and wrong. */
export const invalidInput = (message: string): FakeAnswer => errors(200, "INPUT_ERROR", "invalid input", message);
/** The schema has no such field, or the document is none. */
export const unknownField = (message: string): FakeAnswer => errors(400, "GRAPHQL_VALIDATION_FAILED", "graphql error", message);
/** The key is not known. */
export const unauthorized = errors(401, "AUTHENTICATION_ERROR", "authentication error", "Authentication required, not authenticated");

/**
 * The arguments of a field.
 *
 * @throws Refused for what the schema does not take
 */
export function take<Schema extends z.ZodType>(schema: Schema, given: Record<string, unknown>): z.infer<Schema> {
	return checked(schema, given, (complaints) => {
		const [unknown] = complaints.flatMap((complaint) => complaint.unknown);
		return unknown === undefined
			? invalidInput(`Argument Validation Error: ${complaints[0]?.path ?? ""} ${complaints[0]?.message ?? ""}`)
			: unknownField(`Field "${unknown}" is not defined by the type of the input.`);
	});
}

/** Whether a value is the one that is looked for, where one is. */
export function isOne(value: string, wanted: { eq?: string | undefined; in?: string[] | undefined } | undefined): boolean {
	return (wanted?.eq ?? value) === value && (wanted?.in?.includes(value) ?? true);
}

/** The same for words. */
export function holds(
	value: string,
	wanted: { eq?: string | null | undefined; contains?: string | undefined; startsWith?: string | undefined } | undefined,
): boolean {
	return (wanted?.eq ?? value) === value && value.includes(wanted?.contains ?? "") && value.startsWith(wanted?.startsWith ?? "");
}

/** The states that are looked for. */
export function filterStates({ id, name, type }: z.infer<typeof stateFilter>): typeof states {
	return states.filter((state) => isOne(state.id, id) && holds(state.name, name) && holds(state.type, type) && (type?.in?.includes(state.type) ?? true));
}

/** @throws Refused for a state that the team does not have */
export function stateOf(id: string | undefined): (typeof states)[number] {
	const state = states.find((candidate) => candidate.id === id);
	if (!state) throw new Refused(invalidInput("Entity not found: WorkflowState"));
	return state;
}

/** A connection that ends here. */
export function page(nodes: object[]): object {
	return { nodes, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
}
