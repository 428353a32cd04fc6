import { html } from "hono/html";
import type { View } from "./shell.ts";

/** A message as HTML: its own words and texts are escaped, views take the places of their `{names}`. */
export function richMessage(message: string, values: Readonly<Record<string, View | string>>): View {
	const parts = message.split(/\{(\w+)\}/);
	return html`${parts.map((part, place) => (place % 2 === 0 ? part : (values[part] ?? `{${part}}`)))}`;
}
