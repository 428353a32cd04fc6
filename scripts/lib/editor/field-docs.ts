import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../paths.ts";

/** What the comments of a schema's source say about it and the fields in it. */
export interface FieldDocs {
	/** Text of the comment above, in one line. */
	text?: string | undefined;
	/** Of an object: its fields. */
	fields?: Record<string, FieldDocs>;
	/** Of a list or a record: what each entry is. */
	entries?: FieldDocs;
	/** Of what can be one of several: each. */
	options?: FieldDocs[];
}

/** A schema module: its constants by name, and which module a name was imported from. */
interface Module {
	constants: Map<string, { text?: string | undefined; value: ts.Expression }>;
	imports: Map<string, string>;
}

const modules = new Map<string, Module>();

/**
 * Reads the comments of a schema from its source, since zod knows nothing of them.
 * @param file in site/schemas/, or elsewhere by its name in imports. Example: `site.ts`, `#contract/destinations.ts`
 * @param constant Example: `siteSchema`
 * @throws Error when there is no such constant
 */
export function readFieldDocs(file: string, constant: string): FieldDocs {
	const module = moduleOf(file);
	const found = module.constants.get(constant);
	if (!found) throw new Error(`${pathOf(file)} has no constant ${constant}`);
	return { ...docsOf(found.value, module), ...(found.text && { text: found.text }) };
}

function pathOf(file: string): string {
	return file.startsWith("#contract/") ? file.replace("#contract/", "worker/contract/") : `site/schemas/${file}`;
}

function moduleOf(file: string): Module {
	const known = modules.get(file);
	if (known) return known;
	const source = ts.createSourceFile(file, readFileSync(join(root, pathOf(file)), "utf8"), ts.ScriptTarget.Latest, true);
	const module: Module = { constants: new Map(), imports: new Map() };
	for (const statement of source.statements) {
		if (ts.isVariableStatement(statement)) {
			for (const { name, initializer } of statement.declarationList.declarations) {
				if (ts.isIdentifier(name) && initializer) module.constants.set(name.text, { text: comment(statement), value: initializer });
			}
		}
		if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier) && /^(?:\.\/|#contract\/)/.test(statement.moduleSpecifier.text)) {
			const names = statement.importClause?.namedBindings;
			if (names && ts.isNamedImports(names))
				for (const { name } of names.elements) module.imports.set(name.text, statement.moduleSpecifier.text.replace(/^\.\//, ""));
		}
	}
	modules.set(file, module);
	return module;
}

function docsOf(expression: ts.Expression, module: Module): FieldDocs {
	if (ts.isIdentifier(expression)) return named(expression.text, module);
	if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return {};
	const { expression: before, name } = expression.expression;
	// `z.array(…)` makes a schema; in `z.array(…).default([])` it is the schema before that counts.
	if (!(ts.isIdentifier(before) && before.text === "z")) return docsOf(before, module);
	const [first, second] = expression.arguments;
	switch (name.text) {
		case "strictObject":
			return first ? { fields: fieldsOf(first, module) } : {};
		case "array":
			return first ? { entries: docsOf(first, module) } : {};
		case "discriminatedUnion":
			return second && ts.isArrayLiteralExpression(second) ? { options: second.elements.map((option) => docsOf(option, module)) } : {};
		case "record":
			return second ? { entries: docsOf(second, module) } : {};
		default:
			return {};
	}
}

function named(name: string, module: Module): FieldDocs {
	const from = module.imports.get(name);
	if (from) return readFieldDocs(from, name);
	const constant = module.constants.get(name);
	return constant ? docsOf(constant.value, module) : {};
}

function fieldsOf(value: ts.Expression, module: Module): Record<string, FieldDocs> {
	if (ts.isIdentifier(value)) {
		const constant = module.constants.get(value.text);
		return constant ? fieldsOf(constant.value, module) : {};
	}
	if (!ts.isObjectLiteralExpression(value)) return {};
	return Object.assign(
		{},
		...value.properties.map((property): Record<string, FieldDocs> => {
			if (ts.isSpreadAssignment(property)) return fieldsOf(property.expression, module);
			if (ts.isShorthandPropertyAssignment(property)) return { [property.name.text]: documented(property, named(property.name.text, module)) };
			if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name))
				return { [property.name.text]: documented(property, docsOf(property.initializer, module)) };
			return {};
		}),
	) as Record<string, FieldDocs>;
}

/** The comment at the field says more than that of a schema it uses. */
function documented(node: ts.Node, docs: FieldDocs): FieldDocs {
	const text = comment(node) ?? docs.text;
	return { ...docs, ...(text && { text }) };
}

function comment(node: ts.Node): string | undefined {
	const last = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
	const text = last && ts.getTextOfJSDocComment(last.comment);
	return text?.replaceAll(/\s*\n\s*/g, " ").trim();
}
