import type * as z from "zod";
import type { Finding } from "./finding.ts";
import { schemaProblems } from "./schema-problems.ts";
import { parseYaml } from "./yaml-text.ts";
import type { YamlText } from "./yaml-text.ts";

/** A file of `content/data/`, with everything that is wrong with it. */
export interface DataFile<Data> {
	/** Shown in findings. */
	file: string;
	/** What it says, with defaults filled in; undefined when there are problems. */
	data: Data | undefined;
	problems: Finding[];
	/** Where a field stands. */
	locate: YamlText["locate"];
	locateValue: YamlText["locateValue"];
}

/**
 * Reads a YAML data file by its schema.
 * @param file shown in findings
 */
export function readDataFile<Schema extends z.ZodType>(schema: Schema, text: string, file: string): DataFile<z.output<Schema>> {
	const yaml = parseYaml({ text, file, group: "data" });
	const { locate, locateValue } = yaml;
	if (yaml.problems.length > 0) return { file, data: undefined, problems: yaml.problems, locate, locateValue };
	const result = schema.safeParse(yaml.value ?? emptyValue(schema));
	const problems = result.error ? schemaProblems(result.error.issues, { schema, yaml, file, group: "data", help }) : [];
	return { file, data: result.data, problems, locate, locateValue };
}

/** A file with nothing but comments is an empty list or a set of defaults where the schema allows that. */
function emptyValue(schema: z.ZodType): unknown {
	return [[], {}].find((value) => schema.safeParse(value).success) ?? null;
}

function help(): { why: string } {
	return { why: "The centre is built from this file; its schema in site/schemas explains every field." };
}
