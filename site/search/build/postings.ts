import { pairsOf } from "../analyse.ts";
import { extent, fieldNames, weights, type FieldName } from "../weights.ts";
import { fieldLengths, type Text } from "./documents.ts";

/**
 * Stem or pair (two stems and a space) → its documents in order, `width` numbers each. Millions of them are held at once, so they are
 * no objects.
 */
export type Postings = Map<string, number[]>;

/** Numbers of one posting: document, frequency (weighed by field and length, before saturation), place (`inTitle`, `beyondBody`, section). */
export const width = 3;
const inTitle = 1;
const beyondBody = 2;
const sectionStep = 4;

/** What the third number of a posting says. */
export function placeOfPosting(place: number): { inTitle: boolean; bodyOnly: boolean; section: number } {
	return { inTitle: (place & inTitle) !== 0, bodyOnly: (place & beyondBody) === 0, section: Math.floor(place / sectionStep) };
}

/** In how many documents a stem or pair stands. */
export function holdingOf(postings: Postings, key: string): number {
	return (postings.get(key)?.length ?? 0) / width;
}

/** What one word adds to a field's weighed frequency. */
export type WordWeight = (field: FieldName, document: number) => number;

/** BM25F: a field's weight, divided by how much longer than usual it is. */
export function createWordWeight(documents: Text[][]): WordWeight {
	const lengths = documents.map(fieldLengths);
	const usual = Object.fromEntries(
		fieldNames.map((name) => {
			// Fields that most documents lack have the usual length of those that have them.
			const filled = lengths.filter((of) => of[name] > 0);
			return [name, filled.reduce((sum, of) => sum + of[name], 0) / Math.max(1, filled.length)];
		}),
	) as Record<FieldName, number>;
	return (field, document) => {
		const norm = weights.lengthNorm[field];
		return weights.fields[field] / (1 - norm + (norm * (lengths[document]?.[field] ?? 0)) / Math.max(1, usual[field]));
	};
}

/** Stems of a text, and its pairs as long as the lead lasts. */
export function featuresOf({ field, words }: Text, read: number): string[] {
	const stems = words.map(({ stem }) => stem);
	return field === "body" && read >= extent.leadWords ? stems : [...stems, ...pairsOf(stems)];
}

/** Words of the body before each text of a document. */
export function wordsBefore(texts: Text[]): number[] {
	let read = 0;
	return texts.map(({ field, words }) => {
		const before = read;
		if (field === "body") read += words.length;
		return before;
	});
}

interface Gathered {
	frequency: number;
	flags: number;
	/** The section that holds it most so far, and how much. */
	section: number;
	most: number;
	/** The section that is being read. */
	current: number;
	inCurrent: number;
}

function gather(texts: Text[], document: number, weigh: WordWeight): Map<string, Gathered> {
	const found = new Map<string, Gathered>();
	const before = wordsBefore(texts);
	texts.forEach((text, index) => {
		const { field, section } = text;
		const weight = weigh(field, document);
		const flags = field === "body" ? 0 : field === "title" ? inTitle | beyondBody : beyondBody;
		for (const feature of featuresOf(text, before[index] ?? 0)) {
			let known = found.get(feature);
			if (!known) found.set(feature, (known = { frequency: 0, flags: 0, section: 0, most: 0, current: 0, inCurrent: 0 }));
			known.frequency += weight;
			known.flags |= flags;
			if (section === 0) continue;
			known.inCurrent = known.current === section ? known.inCurrent + weight : weight;
			known.current = section;
			if (known.inCurrent > known.most) {
				known.section = section;
				known.most = known.inCurrent;
			}
		}
	});
	return found;
}

/** Builds the postings of all documents. */
export function buildPostings(documents: Text[][], weigh: WordWeight): Postings {
	const postings: Postings = new Map();
	documents.forEach((texts, document) => {
		for (const [feature, { frequency, flags, section }] of gather(texts, document, weigh)) {
			const place = flags + section * sectionStep;
			const list = postings.get(feature);
			if (list) list.push(document, frequency, place);
			else postings.set(feature, [document, frequency, place]);
		}
	});
	return postings;
}
