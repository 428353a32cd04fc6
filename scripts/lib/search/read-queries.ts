import * as z from "zod";
import { fail } from "../command-line.ts";

const lineSchema = z.object({
	query: z.string(),
	/** Ids or addresses of the articles that answer, any of them; null where no article does; absent where nobody knows. */
	expected: z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1), z.null()]).optional(),
});

/** One line of a file of queries. */
export type QueryLine = z.output<typeof lineSchema>;

/**
 * Reads a file of queries: a JSON object a line, `{"query", "expected": [ids or addresses] | null}`.
 * @param file shown in messages
 * @throws CommandFailure that names the line
 */
export function readQueries(text: string, file: string): QueryLine[] {
	const lines = text
		.replace(/^\uFEFF/, "")
		.split("\n")
		.flatMap((line, index) => (line.trim() === "" ? [] : [{ line, number: index + 1 }]));
	if (lines.length === 0) fail(`${file} holds no query. Write a line each, like {"query": "reset password", "expected": ["account/reset-your-password"]}.`);
	return lines.map(({ line, number }) => {
		const wrong = (what: string) => fail(`${file}:${number}  ${what}. A line looks like {"query": "words", "expected": ["article-id"]}, or "expected": null.`);
		let value: unknown;
		try {
			value = JSON.parse(line);
		} catch (error) {
			return wrong(`This is not JSON (${error instanceof Error ? error.message : "unreadable"})`);
		}
		const parsed = lineSchema.safeParse(value);
		return parsed.success
			? parsed.data
			: wrong(`${parsed.error.issues[0]?.path.join(".") || "The line"}: ${parsed.error.issues[0]?.message ?? "not as expected"}`);
	});
}

/** An id, a path or an address of an article in the form in which they are compared. Example: `https://help.example.com/a/b/#c` → `a/b` */
export function articleKey(reference: string): string {
	return reference
		.replace(/^[a-z]+:\/\/[^/]+/i, "")
		.replace(/[?#].*$/, "")
		.replace(/\/index\.html$/, "")
		.replace(/\.(?:html|mdx?)$/, "")
		.replace(/^\/+|\/+$/g, "");
}
