import type { Exporter } from "./exporter.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { zendesk } from "./zendesk.ts";

/** The formats of `npm run export` by name. */
export const exporters: Record<string, Exporter> = { markdown, json, zendesk };
