/** What a person can get wrong in a field, by name. The words for it are in `site/strings/<locale>/fields.ts`. */
export type FieldFault =
	| "subject"
	| "description"
	| "shortDescription"
	| "category"
	| "name"
	| "email"
	| "note"
	| "score"
	| "oneLine"
	| "controlCharacters"
	| "tooManyFiles"
	| "fileName"
	| "emptyFile";

/** Names a fault as the message of a schema: whoever knows the reader's language says it. What only a program can get wrong has a sentence in English instead. */
export function fault(name: FieldFault): string {
	return name;
}
