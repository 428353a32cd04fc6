import type { Complaint } from "./checked.ts";
import { Refused, type FakeAnswer } from "./fake-desk.ts";
import { stages } from "./hubspot-schema.ts";

/** A refusal. */
export function failure(status: number, category: string, message: string): FakeAnswer {
	return { status, json: { status: "error", message, correlationId: crypto.randomUUID(), category } };
}
/** A body that the schema does not take. */
export const invalid = (complaints: Complaint[]): FakeAnswer =>
	failure(400, "VALIDATION_ERROR", `Invalid input JSON: ${complaints.map(({ path, message }) => `${path} ${message}`).join("; ")}`);
/** The token is not known. */
export const unauthorized = failure(401, "INVALID_AUTHENTICATION", "Authentication credentials not found. This API supports OAuth 2.0 authentication");

/** A property that the account does not take. */
export function invalidProperty(name: string, error: string, message: string): Refused {
	return new Refused(
		failure(
			400,
			"VALIDATION_ERROR",
			`Property values were not valid: ${JSON.stringify([{ isValid: false, message, error, name, localizedErrorMessage: message }])}`,
		),
	);
}

/** The only pipeline, at the address that asks for it. */
export function describePipelines(path: string): FakeAnswer {
	if (path.endsWith("/stages")) return { status: 200, json: { results: stages } };
	const pipeline = { id: "0", label: "Support Pipeline", displayOrder: 0, archived: false, stages };
	return { status: 200, json: path.endsWith("/0") ? pipeline : { results: [pipeline] } };
}
