import type { Finding, Place } from "#site/lib/finding.ts";
import { analyseIn } from "../language-of.ts";
import type { Content, Rule } from "../model.ts";
import { error, warning } from "../report.ts";

/** A word or phrase of the file. Search takes those with the same stems for one. */
interface Word extends Place {
	text: string;
	key: string;
}
interface OneWay {
	from: Word;
	to: Word[];
}
interface Synonyms {
	file: string;
	both: Word[][];
	oneWay: OneWay[];
}

/** synonyms/*: nothing in synonyms.yml contradicts another line, and nothing is there for nothing. */
export const synonyms: Rule = (content) => {
	const read = readSynonyms(content);
	return [...sameWord(read), ...twoGroups(read), ...fromTwice(read), ...reverse(read), ...covered(read)];
};

function readSynonyms({ data: { synonyms: file }, defaultLocale }: Content): Synonyms {
	const analyse = analyseIn(defaultLocale);
	function word(text: string, path: (string | number)[]): Word {
		const stems = analyse(text).map(({ stem }) => stem);
		return { text, key: stems.join(" "), ...file.locateValue(path) };
	}
	const { both = [], oneWay = [] } = file.data ?? {};
	return {
		file: file.file,
		both: both.map((group, index) => group.map((text, place) => word(text, ["both", index, place]))),
		oneWay: oneWay.map(({ from, to }, index) => ({
			from: word(from, ["oneWay", index, "from"]),
			to: to.map((text, place) => word(text, ["oneWay", index, "to", place])),
		})),
	};
}

/** Words whose key stood before in the list, with the word that had it. */
function repeated(words: Word[]): { word: Word; before: Word }[] {
	const first = new Map<string, Word>();
	return words.flatMap((word) => {
		const before = first.get(word.key);
		if (!before) first.set(word.key, word);
		return before ? [{ word, before }] : [];
	});
}

function sameWord({ file, both, oneWay }: Synonyms): Finding[] {
	return [...both, ...oneWay.map(({ from, to }) => [from, ...to])].flatMap(repeated).map(({ word, before }) =>
		warning("synonyms/same", { file }, word, {
			what: word.text === before.text ? `"${word.text}" is its own synonym` : `"${before.text}" and "${word.text}" are one word to search`,
			why: "Search knows capitals, hyphens, plurals and other endings by itself; the line has no effect.",
			remedy: `Delete "${word.text}" here.`,
		}),
	);
}

function twoGroups({ file, both }: Synonyms): Finding[] {
	// A word that stands twice in its own group is another matter.
	const once = both.flatMap((group) => [...new Map(group.map((word) => [word.key, word])).values()]);
	return repeated(once).map(({ word, before }) =>
		error("synonyms/two-groups", { file }, word, {
			what: `"${word.text}" is in two groups; the other is in line ${before.line}`,
			why: "It means what both groups mean, but the words of one do not find those of the other.",
			remedy: "Make one group of the two if all words mean the same; otherwise use oneWay for the wider word.",
		}),
	);
}

function fromTwice({ file, oneWay }: Synonyms): Finding[] {
	return repeated(oneWay.map(({ from }) => from)).map(({ word, before }) =>
		warning("synonyms/from-twice", { file }, word, {
			what: `"${word.text}" stands twice as from; the first is in line ${before.line}`,
			why: "Whoever changes one of the lines will miss the other.",
			remedy: "Put all words of to into one line.",
		}),
	);
}

function reverse({ file, oneWay }: Synonyms): Finding[] {
	const ways = new Map<string, Word>();
	return oneWay.flatMap(({ from, to }) =>
		to.flatMap((word) => {
			const back = ways.get(`${word.key}\n${from.key}`);
			ways.set(`${from.key}\n${word.key}`, from);
			if (!back || from.key === word.key) return [];
			return [
				error("synonyms/reverse", { file }, word, {
					what: `"${from.text}" means "${word.text}" here, and the other way round in line ${back.line}`,
					why: "One way is said to hold, and both do; the next reader of the file takes one of the lines for a mistake.",
					remedy: `Put [${back.text}, ${from.text}] under both, and take the words out of these lines.`,
				}),
			];
		}),
	);
}

function covered({ file, both, oneWay }: Synonyms): Finding[] {
	const groups = new Map<string, Set<number>>();
	both.forEach((group, number) => {
		for (const { key } of group) groups.set(key, (groups.get(key) ?? new Set()).add(number));
	});
	return oneWay.flatMap(({ from, to }) =>
		to
			.filter(({ key }) => key !== from.key && [...(groups.get(key) ?? [])].some((number) => groups.get(from.key)?.has(number)))
			.map((word) =>
				warning("synonyms/covered", { file }, word, {
					what: `"${from.text}" and "${word.text}" are a group of both already`,
					why: "The line has no effect.",
					remedy: to.length === 1 ? "Delete the line." : `Delete "${word.text}" here.`,
				}),
			),
	);
}
