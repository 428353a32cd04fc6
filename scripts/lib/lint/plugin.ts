import { relative, sep } from "node:path";
import type { ESLint, Rule } from "eslint";
import type { Node } from "estree";
import { resolveImport, root, wayTo } from "./imports.ts";
import { browserCode, closedRoad, notForBrowsers, under } from "./roads.ts";

/** What the parser for TypeScript adds to imports and exports. */
interface Typed {
	importKind?: "type" | "value";
	exportKind?: "type" | "value";
}

type Importing = Extract<Node, { source?: unknown }>;

/** Reports imports that take a closed road, and values that would carry the validator or Node into the browser. */
const roads: Rule.RuleModule = {
	meta: {
		type: "problem",
		schema: [],
		messages: {
			closed: "{{from}} imports {{to}}. {{message}}",
			browser: "This takes {{unwanted}} into the browser: {{way}}. Write `import type`, or take the value from a file without {{unwanted}}.",
		},
	},
	create(context) {
		// A `<script>` of an .astro file is linted as a file of its own inside it.
		const file = relative(root, context.physicalFilename).replaceAll(sep, "/");
		const inBrowser = under(file, browserCode) || context.filename !== context.physicalFilename;

		function check(node: Importing): void {
			const { source } = node;
			if (source?.type !== "Literal" || typeof source.value !== "string") return;
			const { importKind, exportKind } = node as Typed;
			const typeOnly = importKind === "type" || exportKind === "type";
			const to = resolveImport(source.value, file);
			const road = to === undefined ? undefined : closedRoad(file, to, typeOnly);
			if (road) return context.report({ node: source, messageId: "closed", data: { from: file, to: to ?? "", message: road.message } });
			if (!inBrowser || typeOnly) return;
			const way = to === undefined ? [source.value] : wayTo(to, notForBrowsers);
			const unwanted = way?.at(-1) ?? "";
			if (way && notForBrowsers.test(unwanted)) context.report({ node: source, messageId: "browser", data: { unwanted, way: [file, ...way].join(" → ") } });
		}

		return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
	},
};

/** The project's own lint rules. */
export const plugin: ESLint.Plugin = { meta: { name: "tier-zero" }, rules: { roads } };
