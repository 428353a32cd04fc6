import * as z from "zod";
import { helpFor } from "./field-help.ts";

/** Notes at each field of an article's schema what it is for, with an example: Astro hands that to editors, which show it in the front matter. */
export function describeFields<Schema extends z.ZodObject>(schema: Schema): Schema {
	for (const [name, field] of Object.entries(schema.shape)) {
		const { why, example } = helpFor(name);
		if (field instanceof z.ZodType) field.register(z.globalRegistry, { description: example ? `${why} Example: \`${example}\`` : why });
	}
	return schema;
}
