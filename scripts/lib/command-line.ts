import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

/** 0: done. 1: findings or failure. 2: wrong use. */
export type ExitCode = 0 | 1 | 2;

type Options = NonNullable<ParseArgsConfig["options"]>;
type Arguments<O extends Options> = ReturnType<typeof parseArgs<{ options: O & { help: { type: "boolean" } }; allowPositionals: true; strict: true }>>;

interface Command<O extends Options> {
	/** What `--help` prints. */
	usage: string;
	/** Options in the form of `node:util` parseArgs; `--help` is added. */
	options: O;
	/** Does the work; says how it went. */
	main(args: Arguments<O>): number | Promise<number>;
}

class CommandFailure extends Error {
	readonly code: ExitCode;
	constructor(message: string, code: ExitCode) {
		super(message);
		this.code = code;
	}
}

/** Ends the command with exit code 1: it was asked rightly and could not be done. */
export function fail(message: string): never {
	throw new CommandFailure(message, 1);
}

/** Ends the command with exit code 2: it was asked wrongly. */
export function misuse(message: string): never {
	throw new CommandFailure(message, 2);
}

/** Runs a command: reads its arguments, answers `--help`, turns failures into a message and an exit code. */
export async function runCommand<const O extends Options>({ usage, options, main }: Command<O>): Promise<void> {
	process.stdout.on("error", endQuietly);
	try {
		const args = readArguments(options);
		if (Reflect.get(args.values, "help") === true) {
			console.log(usage.trim());
			return;
		}
		process.exitCode = await main(args);
	} catch (error) {
		process.exitCode = report(error);
	}
}

/** Who reads the output may stop early, as `head` does; that is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
	if (error.code !== "EPIPE") throw error;
	process.exit();
}

function readArguments<O extends Options>(options: O): Arguments<O> {
	try {
		return parseArgs({ options: { ...options, help: { type: "boolean" } }, allowPositionals: true, strict: true });
	} catch (error) {
		if (error instanceof TypeError) return misuse(error.message);
		throw error;
	}
}

function report(error: unknown): ExitCode {
	if (error instanceof CommandFailure) {
		console.error(error.message);
		if (error.code === 2) console.error("Run it with --help to see how it is used.");
		return error.code;
	}
	// A ContentError's message is written for the person at the keyboard; a stack would hide it.
	console.error(error instanceof Error && error.name === "ContentError" ? error.message : error);
	return 1;
}
