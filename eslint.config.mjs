import { builtinModules } from "node:module";
import { defineConfig, globalIgnores } from "eslint/config";
import astro from "eslint-plugin-astro";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import { plugin as tierZero } from "./scripts/lib/lint/plugin.ts";

const code = ["**/*.{ts,tsx,mjs,astro}", "**/*.astro/*.ts"];
const typed = ["**/*.{ts,tsx}"];
const untyped = ["**/*.mjs", "**/*.astro", "**/*.astro/*.ts"];

/** What no-restricted-syntax forbids. A later block replaces an earlier one's list, so each block below names all of its own. */
const topLevelArrow = ["Program", "Program > ExportNamedDeclaration"].map((parent) => ({
	selector: `${parent} > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation]) > ArrowFunctionExpression[body.type='BlockStatement']`,
	message: "A function with a body is a declaration: function name() { … }. Arrows are for callbacks, for one expression, and for what a type is given to.",
}));
const namedZod = [
	{
		selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
		message: 'Write import * as z from "zod": of the named one bundles keep all, with every language of its messages.',
	},
];
const sql = [
	{
		selector: "CallExpression[callee.property.name='prepare']",
		message: "SQL lives in worker/queries/ only. Write a function there that says in its name what it finds or stores, and call that.",
	},
];
const unstructuredLog = [
	{
		selector:
			"CallExpression[callee.object.name='console'][callee.property.name='error']:not([arguments.0.callee.object.name='JSON'][arguments.0.callee.property.name='stringify'])",
		message: 'Log one JSON object, so that machines can read it: console.error(JSON.stringify({ level: "error", event: "what_failed", … })).',
	},
];
const ownLog = [
	{
		selector: "MemberExpression[object.name='console']",
		message: 'Only worker/lib/log.ts writes to the log, one line of JSON without what anybody typed: logError("what_failed", { … }, error).',
	},
];
const request = [
	"CallExpression[callee.name='fetch']",
	"CallExpression[callee.property.name=/^(fetch|sendBeacon)$/]",
	"NewExpression[callee.name=/^(XMLHttpRequest|EventSource|WebSocket)$/]",
].map((selector) => ({ selector, message: "Only site/api-client.ts talks to the Worker. Add a function there and call it." }));
const workerAddress = ["Literal[value=/^\\u002Fapi\\u002F/]", "TemplateElement[value.raw=/^\\u002Fapi\\u002F/]"].map((selector) => ({
	selector,
	message: "Only site/api-client.ts knows the Worker's addresses. Add a function there and call it.",
}));

/** @param {string[]} files @param {...{ selector: string, message: string }[]} lists */
function forbid(files, ...lists) {
	return { files, rules: { "no-restricted-syntax": ["error", ...[topLevelArrow, namedZod, ...lists].flat()] } };
}

export default defineConfig(
	globalIgnores(["dist/", ".astro/", ".tier-zero/", ".wrangler/", "content/", "tests/fixtures/", "**/*.tmp.mjs", "playwright-report/", "test-results/"]),
	{ linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },

	...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: code })),
	...astro.configs.recommended,
	...[
		{ files: typed, project: "./tsconfig.json" },
		{ files: ["worker/**/*.ts", "site/search/**/*.ts", "tests/worker/**/*.ts", "tests/bench/worker/inside/**/*.ts"], project: "./worker/tsconfig.json" },
	].map(({ files, project }) => ({ files, languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } } })),
	{
		files: typed,
		rules: {
			"@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
			// `() => setOpen(false)` and `if (road) return report(road)` are short ways to say "do this and be done".
			"@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
			// Handlers of events are async on purpose: what they await answers with a reply, and never rejects.
			"@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false, attributes: false } }],
			// There is no class with a state: what an interface calls a method is a closure, and is taken out of its object on purpose.
			"@typescript-eslint/unbound-method": "off",
			// `() => void (a && b())` says on purpose that the answer is not used; String(x) says on purpose that x is turned into text, and templates are looked after above.
			"@typescript-eslint/no-meaningless-void-operator": "off",
			"@typescript-eslint/no-base-to-string": "off",
			// There are no enums (erasableSyntaxOnly), and the rule takes a second to find that out.
			"@typescript-eslint/no-unsafe-enum-assignment": "off",
		},
	},
	// A module of an .astro file is `any` to TypeScript.
	{ files: ["site/components/mdx/index.ts"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
	// Matchers (`expect.any`) and answers that a test only looks at are `any`; a stand-in is async because what it stands for is.
	{ files: ["tests/**"], rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/require-await": "off" } },
	// `void` is how Playwright declares a fixture that hands nothing out.
	{ files: ["tests/{e2e,pictures}/**"], rules: { "@typescript-eslint/no-invalid-void-type": "off" } },
	// TypeScript does not read .astro files by itself; `astro check` looks after their types.
	{ ...tseslint.configs.disableTypeChecked, files: untyped },
	{
		files: code,
		plugins: { "import-x": importX, "tier-zero": tierZero },
		settings: {
			"import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx", ".mjs", ".js", ".json"], conditionNames: ["types", "import", "default"] })],
			"import-x/extensions": [".ts", ".tsx"],
			"import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
		},
		rules: {
			"tier-zero/roads": "error",
			"import-x/no-duplicates": "error",
			"import-x/no-cycle": ["error", { ignoreExternal: true }],
			"import-x/no-extraneous-dependencies": ["error", { devDependencies: ["scripts/**", "tests/**", "*.{ts,mjs}"] }],
			"import-x/no-default-export": "error",
			"import-x/no-mutable-exports": "error",
			"no-restricted-imports": [
				"error",
				{ paths: builtinModules.filter((name) => !name.startsWith("node:")).map((name) => ({ name, message: `Write "node:${name}".` })) },
			],
			"@typescript-eslint/consistent-type-imports": "error",
			"@typescript-eslint/no-import-type-side-effects": "error",
			"@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
			"func-style": ["error", "declaration", { allowArrowFunctions: true, allowTypeAnnotation: true }],
			eqeqeq: "error",
			"no-var": "error",
			"prefer-const": "error",
			"object-shorthand": "error",
			"no-constant-binary-expression": "error",
			"no-constant-condition": "error",
			"no-debugger": "error",
			"no-dupe-else-if": "error",
			"no-duplicate-case": "error",
			"no-empty": ["error", { allowEmptyCatch: true }],
			"no-fallthrough": "error",
			"no-irregular-whitespace": "error",
			"no-control-regex": "error",
			"no-misleading-character-class": "error",
			"no-self-assign": "error",
			"no-sparse-arrays": "error",
			"no-unsafe-finally": "error",
			"no-unsafe-optional-chaining": "error",
			"no-useless-assignment": "error",
			"no-useless-escape": "error",
			"preserve-caught-error": "error",
			"use-isnan": "error",
			"valid-typeof": "error",
		},
	},
	forbid(code, sql),
	forbid(["worker/**"], sql, ownLog),
	forbid(["worker/queries/**"], ownLog),
	forbid(["worker/lib/log.ts"], sql),
	forbid(["site/**"], sql, unstructuredLog, request, workerAddress),
	forbid(["site/api-client.ts"], sql, unstructuredLog),
	// These fetch the static index, ask a running Worker while the site is built, and stand between pages and the network.
	forbid(["site/islands/search/engine.ts", "site/lib/site-stats.ts", "site/offline/**"], sql, unstructuredLog, workerAddress),
	// It stands in pages of other origins: the addresses begin with the centre's own.
	forbid(["site/widget/panel/wire.ts", "site/widget/launcher/load.ts"], sql, unstructuredLog),
	forbid(["tests/**"]),
	{ files: ["site/**"], rules: { "no-console": ["error", { allow: ["error"] }] } },
	// Its readers are the developers of the page that it stands in.
	{ files: ["site/widget/tell.ts"], rules: { "no-console": ["error", { allow: ["warn"] }] } },
	// An import statement would turn a file of global declarations into a module.
	{ files: ["**/*.d.ts"], rules: { "@typescript-eslint/consistent-type-imports": "off" } },
	// The tools that read these files ask for a default export.
	{
		files: ["*.{ts,mjs}", "worker/index.ts", "tests/bench/worker/inside/entry.ts", "tests/e2e/global-*.ts", "**/*.astro"],
		rules: { "import-x/no-default-export": "off" },
	},
);
