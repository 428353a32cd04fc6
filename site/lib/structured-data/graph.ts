import type { Graph, Thing } from "schema-dts";
import { jsonInPage } from "../json-in-page.ts";

/** Things as the text of a `<script type="application/ld+json">`: nothing in it can end the element or begin another. */
export function jsonLd(things: readonly Thing[]): string {
	const graph: Graph = { "@context": "https://schema.org", "@graph": things };
	return jsonInPage(graph);
}
