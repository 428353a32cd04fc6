import { Refused, type FakeAnswer } from "./fake-desk.ts";
import type { SalesforceRecord } from "./salesforce.ts";

const statement =
	/^SELECT\s+(?<fields>[\w.,\s]+?)\s+FROM\s+(?<type>\w+)(?:\s+WHERE\s+(?<where>.+?))?(?:\s+ORDER\s+BY\s+[\w\s,]+?)?(?:\s+LIMIT\s+(?<limit>\d+))?$/is;
const equality = /^(?<field>\w+)\s*=\s*'(?<value>(?:[^'\\]|\\.)*)'$/;

/** Long text areas cannot be looked for. */
const unfilterable = new Set(["CommentBody", "Description", "Comments", "Body", "VersionData"]);

/**
 * Answers a query of equalities joined by AND, in the vendor's form.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm read on 2026-11-21
 */
export function runSoql(records: SalesforceRecord[], query: string): FakeAnswer {
	const { fields = "", type = "", where, limit = "2000" } = statement.exec(query.trim())?.groups ?? {};
	if (type === "") throw malformed("unexpected token");
	const wanted = (where?.split(/\s+AND\s+/i) ?? []).map((condition) => {
		const { field, value = "" } = equality.exec(condition.trim())?.groups ?? {};
		if (field === undefined) throw malformed(`unexpected token: '${condition}'`);
		if (unfilterable.has(field))
			throw new Refused({ status: 400, json: [{ message: `field '${field}' can not be filtered in a query call`, errorCode: "INVALID_FIELD" }] });
		return { field, value: value.replace(/\\(.)/g, "$1") };
	});
	const found = records
		.filter(({ attributes }) => attributes.type === type)
		.filter((record) => wanted.every(({ field, value }) => record[field] === value))
		.slice(0, Number(limit))
		.map((record) => ({
			attributes: record.attributes,
			...Object.fromEntries(fields.split(",").map((field) => [field.trim(), record[field.trim()] ?? null])),
		}));
	return { status: 200, json: { totalSize: found.length, done: true, records: found } };
}

function malformed(message: string): Refused {
	return new Refused({ status: 400, json: [{ message, errorCode: "MALFORMED_QUERY" }] });
}
