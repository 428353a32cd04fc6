import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { classesOf } from "../../json/markup.ts";
import type { Conversion } from "../../../source.ts";
import { attribute } from "../../html.ts";

/** Names of people are personal data: each becomes `a colleague`, and somebody writes a role in its place. */
export function hidePeople(tree: Root, { note }: Conversion): void {
	visit(tree, "element", (node) => {
		const isPerson =
			classesOf(node).some((name) => /^(confluence-userlink|user-mention|userLogoLink|unknown-user)$/.test(name)) ||
			(node.tagName === "a" &&
				(attribute(node, "dataUsername") !== "" || attribute(node, "dataAccountId") !== "" || /\/(people|display\/~)/.test(attribute(node, "href"))));
		if (!isPerson) return;
		note("person", "the name of a person became “a colleague”; write a role or a team in its place", node.position?.start.line);
		node.tagName = "span";
		node.properties = {};
		node.children = [{ type: "text", value: "a colleague" }];
	});
}
