import type { Dialect } from "../../source.ts";
import { markNodes } from "./elements/mark-nodes.ts";
import { settleElements } from "./elements/settle-elements.ts";
import type { Library, Site, Step } from "./site.ts";
import { admonitions } from "./steps/admonitions.ts";
import { components } from "./steps/components.ts";
import { containers } from "./steps/containers.ts";
import { destinations } from "./steps/destinations.ts";
import { wikiLinks } from "./steps/wiki-links.ts";
import { runSteps } from "./text/run-steps.ts";

/** What all dialects share; a generator's own steps come first. */
const shared: Step[] = [containers, admonitions, wikiLinks, destinations, components];

/** The dialect of a site's generator. */
export function makeDialect({ steps, headingId }: Pick<Site, "steps" | "headingId">, library: Library): Dialect {
	return {
		rewrite: (text, { article, note }) => runSteps(text, [...steps, ...shared], { article, note, library }),
		markdown: (tree) => markNodes(tree, headingId),
		html: settleElements,
	};
}
