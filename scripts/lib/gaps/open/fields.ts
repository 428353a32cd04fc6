import type * as z from "zod";
import { HostRefusal } from "./git-host.ts";

/** An answer as it has to be. @throws HostRefusal where the host answers otherwise */
export function fieldsOf<Schema extends z.ZodType>(schema: Schema, json: unknown): z.infer<Schema> {
	const { success, data } = schema.safeParse(json);
	if (!success)
		throw new HostRefusal("The git host answered what nobody understands.", "It may be another program at that address.", "Look at --api-url and --host.");
	return data;
}

/** A path with each part made fit for an address. */
export function encodePath(path: string): string {
	return path.split("/").map(encodeURIComponent).join("/");
}
