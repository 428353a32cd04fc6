import type { Expression, Node } from "typescript";
import type { Value } from "./values.ts";

/**
 * What a configuration written in JavaScript or TypeScript exports, as far as it can be read without running it: texts, numbers,
 * lists and objects, also of constants of the same file; of a call what it is first given. What is computed is undefined.
 */
export async function readStatically(code: string): Promise<Value> {
	// Loaded only where there is something to read: it is large.
	const { default: ts } = await import("typescript");
	const source = ts.createSourceFile("config.ts", code, ts.ScriptTarget.Latest, false);
	const constants = new Map<string, Expression>();
	let exported: Expression | undefined;
	for (const statement of source.statements) {
		if (ts.isVariableStatement(statement)) {
			for (const { name, initializer } of statement.declarationList.declarations)
				if (ts.isIdentifier(name) && initializer) constants.set(name.text, initializer);
		} else if (ts.isExportAssignment(statement)) exported = statement.expression;
		else if (ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression) && /exports$/.test(nameOf(statement.expression.left)))
			exported = statement.expression.right;
	}
	return exported && valueOf(exported, 0);

	function nameOf(node: Node): string {
		return ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : "";
	}

	function valueOf(node: Expression, depth: number): Value {
		if (depth > 40) return undefined;
		const inner = depth + 1;
		if (ts.isStringLiteralLike(node)) return node.text;
		if (ts.isNumericLiteral(node)) return Number(node.text);
		if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
		if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
		if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return valueOf(node.expression, inner);
		if (ts.isIdentifier(node)) {
			const constant = constants.get(node.text);
			return constant && valueOf(constant, inner);
		}
		if (ts.isArrayLiteralExpression(node))
			return node.elements.flatMap((element) => (ts.isSpreadElement(element) ? listOf(valueOf(element.expression, inner)) : [valueOf(element, inner)]));
		if (ts.isCallExpression(node)) return node.arguments[0] && valueOf(node.arguments[0], inner);
		if (!ts.isObjectLiteralExpression(node)) return undefined;
		const fields: [string, Value][] = [];
		for (const property of node.properties) {
			if (ts.isSpreadAssignment(property)) fields.push(...Object.entries(valueOf(property.expression, inner) ?? {}));
			else if (ts.isMethodDeclaration(property) && ts.isIdentifier(property.name)) fields.push([property.name.text, undefined]);
			else if (ts.isShorthandPropertyAssignment(property)) fields.push([property.name.text, valueOf(property.name, inner)]);
			else if (
				ts.isPropertyAssignment(property) &&
				(ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name) || ts.isNumericLiteral(property.name))
			)
				fields.push([property.name.text, valueOf(property.initializer, inner)]);
		}
		return Object.fromEntries(fields);
	}
}

function listOf(value: Value): Value[] {
	return Array.isArray(value) ? (value as Value[]) : [];
}
