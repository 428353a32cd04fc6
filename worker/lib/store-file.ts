import type { AttachmentAnswer, AttachmentType } from "#contract/attachments.ts";
import { limits } from "#contract/limits.ts";
import type { Env } from "../env.ts";
import { keepFile, releaseFile, reserveFile } from "../queries/attachments.ts";
import { cleanFileName } from "./file-name.ts";
import { filesMs, inTime } from "./in-time.ts";
import { createTextCheck, headBytes, typeOfHead } from "./file-type.ts";
import { dayAt, secondsUntilTomorrow, type Moment } from "./moment.ts";
import { Problem } from "./problem.ts";

export interface Upload {
	/** Idempotency key of the form. */
	key: string;
	/** As the sender calls it. */
	name: string;
	/** Bytes. */
	size: number;
	body: ReadableStream<Uint8Array>;
	/** Day's hash of the sender's network. */
	network: string;
}

const caps = { perForm: limits.attachments, perNetwork: limits.filesPerNetworkAndDay, bytesPerNetwork: limits.fileBytesPerNetworkAndDay };

/**
 * Stores one file of a form: its place in D1 first, then the bytes in R2, streamed, then its name. What is not accepted leaves nothing
 * but the count; what a killed Worker leaves half done goes with the unclaimed files.
 *
 * @throws Problem `too-many-files`, `file-cap`, `file-type`, or `invalid` when it did not arrive whole
 */
export async function storeFile({ DB, FILES }: Pick<Env, "DB" | "FILES">, upload: Upload, moment: Moment): Promise<AttachmentAnswer> {
	const { key, size, network, body } = upload;
	const id = crypto.randomUUID();
	const place = await reserveFile(DB, { id, formKey: key, size, network, day: dayAt(moment), createdAt: moment.now }, caps);
	if (place === "form-full") throw new Problem("too-many-files");
	if (place === "network-full") throw new Problem("file-cap", { headers: { "retry-after": String(secondsUntilTomorrow(moment)) } });
	try {
		const type = await streamInto(FILES, id, size, body);
		const file = { id, name: cleanFileName(upload.name, type), type, size };
		if (!(await keepFile(DB, file))) throw broken();
		return file;
	} catch (error) {
		await Promise.allSettled([FILES.delete(id), releaseFile(DB, id)]);
		throw error;
	}
}

/** Streams a body into R2 and returns its type; the whole file never stands in memory. */
async function streamInto(files: R2Bucket, id: string, size: number, body: ReadableStream<Uint8Array>): Promise<AttachmentType> {
	const reader = body.getReader();
	const until = Date.now() + filesMs;
	const next = () => nextOf(reader, until);
	const { head, ended } = await readHead(next);
	const found = typeOfHead(head);
	const check = found === "text" ? createTextCheck() : null;
	if (found === null || (check && !check.add(head))) {
		await reader.cancel();
		throw new Problem("file-type");
	}
	const type = found === "text" ? "text/plain" : found;
	const { readable, writable } = new FixedLengthStream(size);
	const writer = writable.getWriter();
	const failures: Error[] = [];
	await Promise.all([
		pump().catch((error: unknown) => stop(error instanceof Problem ? error : broken())),
		files.put(id, readable, { httpMetadata: { contentType: type } }).catch(stop),
	]);
	const [first] = failures;
	if (first) throw first;
	return type;

	/** Each end stops the other one, which would wait for it for ever; what came first is the reason. */
	async function stop(error: unknown): Promise<void> {
		failures.push(error instanceof Error ? error : broken());
		await Promise.allSettled([writer.abort(error), reader.cancel()]);
	}

	async function pump(): Promise<void> {
		let left = size - head.length;
		if (left < 0) throw broken();
		await writer.write(head);
		for (let chunk = ended ? null : await next(); chunk; chunk = await next()) {
			left -= chunk.length;
			if (left < 0) throw broken();
			if (check && !check.add(chunk)) throw new Problem("file-type");
			await writer.write(chunk);
		}
		if (left > 0) throw broken();
		if (check && !check.end()) throw new Problem("file-type");
		await writer.close();
	}
}

function broken(): Problem {
	return new Problem("invalid", { errors: [{ field: "file", message: ({ t }) => t.fields.brokenFile }] });
}

/** The next bytes of a body, or null at its end. @throws Problem `invalid` where none have come until a moment */
async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>, until: number): Promise<Uint8Array | null> {
	const { value, done } = await inTime(reader.read(), until - Date.now(), broken);
	return done ? null : value;
}

/** Reads until the beginning is long enough to tell the type, or the body has ended. */
async function readHead(next: () => Promise<Uint8Array | null>): Promise<{ head: Uint8Array; ended: boolean }> {
	let head = new Uint8Array(0);
	while (head.length < headBytes) {
		const chunk = await next();
		if (!chunk) return { head, ended: true };
		const joined = new Uint8Array(head.length + chunk.length);
		joined.set(head);
		joined.set(chunk, head.length);
		head = joined;
	}
	return { head, ended: false };
}
