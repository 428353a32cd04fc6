import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import { filesMs, inTime } from "./in-time.ts";
import { Problem } from "./problem.ts";
import { readForm } from "./read-body.ts";

/** The plain contact form as it was sent. */
export interface SentForm {
	/** Fields that are not empty, each once. */
	fields: Record<string, string>;
	/** Files that were chosen. */
	files: File[];
}

/** Reads the contact form without JavaScript: with files (`multipart/form-data`, field `files`) or without. */
export async function readContactForm(c: Context): Promise<SentForm> {
	const type = c.req.header("content-type") ?? "";
	if (!/^multipart\/form-data\b/i.test(type)) {
		const fields = await readForm(c, limits.ticketBody);
		return { fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])), files: [] };
	}
	const length = c.req.header("content-length");
	if (length === undefined) throw new Problem("length-required");
	if (Number(length) > limits.formBody) throw new Problem("form-too-large", { detail: ({ t }) => t.problems.formTooLarge });
	const fields: Record<string, string> = {};
	const files: File[] = [];
	let words = 0;
	for (const [name, value] of await readParts(c)) {
		if (typeof value !== "string") {
			if (name === "files" && value.size > 0) files.push(value);
			continue;
		}
		words += name.length + value.length;
		if (words > limits.ticketBody) throw new Problem("form-too-large");
		if (value !== "" && !Object.hasOwn(fields, name)) fields[name] = value.toWellFormed();
	}
	return { fields, files };
}

async function readParts(c: Context): Promise<Iterable<[string, File | string]>> {
	try {
		return (await inTime(c.req.raw.formData(), filesMs, () => new Problem("broken-form"))).entries();
	} catch {
		throw new Problem("broken-form");
	}
}
