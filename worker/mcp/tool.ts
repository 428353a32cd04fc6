import type * as z from "zod";
import { parse } from "../lib/read-body.ts";

/** What a tool says. */
export interface ToolResult {
	content: { type: "text"; text: string }[];
	/** The same as data. */
	structuredContent?: Record<string, unknown>;
	/** Whether it says what went wrong. */
	isError?: true;
}

/** A question to the person, whose answer comes with the next call. */
export interface Question {
	message: string;
	/** What they fill in. */
	form: z.ZodObject;
	/** Comes back with the answer. */
	state: string;
}

/** What a call brings besides its arguments. */
export interface Call {
	/** Whether the program can put a question to its person. */
	canAsk: boolean;
	/** The `state` of the question that was answered. */
	state: string | undefined;
	/** The answer, unchecked; undefined where there is none. */
	answer: unknown;
}

/** What a list says of a tool. */
interface Described<Input extends z.ZodObject> {
	name: string;
	title: string;
	/** For the model: what it does, and when to use it. */
	description: string;
	input: Input;
	/** What `structuredContent` holds. */
	output?: z.ZodObject;
	annotations: { readOnlyHint: boolean; destructiveHint?: boolean; idempotentHint: boolean; openWorldHint: boolean };
}

/** Something that an assistant can do. */
export interface Tool extends Described<z.ZodObject> {
	/**
	 * @param values its arguments, unchecked
	 * @throws Problem where they do not fit
	 */
	run: (values: unknown, call: Call) => Promise<ToolResult | Question>;
}

/** A tool whose work gets its arguments checked. */
export function defineTool<Input extends z.ZodObject>(tool: Described<Input>, work: (values: z.output<Input>, call: Call) => ReturnType<Tool["run"]>): Tool {
	return { ...tool, run: async (values, call) => work(parse(tool.input, values), call) };
}
