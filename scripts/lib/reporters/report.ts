import { github } from "./github.ts";
import { json } from "./json.ts";
import { lines } from "./lines.ts";
import { markdown } from "./markdown.ts";
import type { Report } from "./summary.ts";
import { text } from "./text.ts";

/** Turns a report into the text that is printed. */
export type Reporter = (report: Report) => string;

/** Reporters by the name given to `--format`. */
export const reporters: Record<string, Reporter> = { text, json, github, lines, markdown };
