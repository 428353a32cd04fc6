import type * as z from "zod";
import { Refused, type FakeAnswer, type FakeRequest } from "./fake-desk.ts";

/** One thing that is wrong with a body: where, and what. */
export interface Complaint {
	/** Example: `threads.0.text`; empty for the whole body. */
	path: string;
	message: string;
	/** Fields that the vendor's schema does not know. */
	unknown: string[];
}

/**
 * A value as the vendor's schema says it is.
 *
 * @throws Refused with the answer that `refuse` words
 */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, refuse: (complaints: Complaint[]) => FakeAnswer): z.infer<Schema> {
	const { success, data, error } = schema.safeParse(value);
	if (success) return data;
	throw new Refused(
		refuse(
			error.issues.map(({ path, message, ...issue }) => ({ path: path.join("."), message, unknown: issue.code === "unrecognized_keys" ? issue.keys : [] })),
		),
	);
}

/** The query as an object; a field that comes twice keeps its last value. */
export function queryOf({ query }: FakeRequest): Record<string, string> {
	return Object.fromEntries(query);
}

/** The token of `Authorization: Bearer …`; empty without one. */
export function bearerOf({ headers }: FakeRequest): string {
	return /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
}
