/** Nouns of manuals and the verb that a customer would use. */
const verbs: Record<string, string> = {
	activation: "activate",
	administration: "manage",
	calculation: "calculate",
	cancellation: "cancel",
	configuration: "configure",
	connection: "connect",
	correction: "correct",
	creation: "create",
	customisation: "customise",
	customization: "customize",
	deactivation: "turn off",
	deletion: "delete",
	generation: "create",
	importation: "import",
	installation: "install",
	integration: "connect",
	maintenance: "maintain",
	management: "manage",
	migration: "move",
	modification: "change",
	processing: "process",
	registration: "register",
	removal: "remove",
	restoration: "restore",
	setup: "set up",
	submission: "send",
	synchronisation: "synchronise",
	synchronization: "synchronize",
	usage: "use",
	utilisation: "use",
	utilization: "use",
	validation: "check",
	verification: "check",
};

/** A manual's title: which words make it one, and how a customer would say it. */
export interface ManualTitle {
	index: number;
	words: string;
	/** A whole title, or how one begins. Example: `How do I configure single sign-on?` */
	better: string;
}

/** A title with one of these says what goes wrong, in however stiff words. */
const symptom =
	/\b(?:is|are|was|were|does|do|did|has|have|can|cannot|could|will|won|fails?|failed|failing|stops?|stopped|stuck|missing|shows?|says?|hangs?|crash(?:es|ed)?|takes?|gets?|keeps?|not|never|no|without|wrong|slow|empty|lost|errors?)\b/i;
/** A title that begins like this is a question, a task or speaks for the customer. */
const spoken =
	/^(?:how|why|what|which|when|where|who|whose|can|is|are|do|does|did|should|must|may|will|i|we|my|our|you|your|add|allow|ask|attach|build|buy|cancel|change|check|choose|close|compare|connect|copy|correct|create|cut|delete|download|edit|enter|export|find|fix|follow|get|give|go|import|install|invite|join|keep|learn|leave|link|log|look|make|merge|move|open|pause|pay|plan|print|publish|read|record|remove|rename|reset|restore|run|save|search|see|select|send|set|share|show|sign|solve|split|start|stop|switch|test|track|transfer|try|turn|undo|unlock|update|upgrade|upload|use|verify|view|work|write)\b/i;

const nounOf = /^(?:the )?((\p{L}+(?:tion|sion|ment|ance|al|ing)|setup|usage) of) (.+)$/iu;
const introduction = /^(?:the |an? )?((?:general |short |brief |quick )?(?:overview of|introduction to|guide to|fundamentals of|basics of|about))\s+(.+)$/iu;
const ending = /\b(module|modules|overview|introduction|fundamentals)$/i;
/** No customer says it, whatever stands before. */
const never = /\b(functionality|functionalities)$/i;
const pair = /^(\p{L}+) (management|administration|configuration|maintenance)$/iu;
const passive = /\b((?:can|may|should|must) be \p{L}+(?:ed|en|t))\b/iu;

function withoutEnd(title: string): string {
	return title.replace(/[\s.:;,!?]+$/, "");
}

function inSentence(subject: string): string {
	return /^\p{Lu}\p{Ll}/u.test(subject) ? subject.slice(0, 1).toLowerCase() + subject.slice(1) : subject;
}

/**
 * Recognises the title of a manual in the place of a customer's: a noun for a task ("Configuration of …"), a subject without a task
 * ("Overview of …", "… module"), or something done by nobody ("can be created"). English only.
 */
export function manualTitle(title: string): ManualTitle | undefined {
	const plain = withoutEnd(title);
	const byNobody = passive.exec(plain);
	if (byNobody?.[1] !== undefined) return { index: byNobody.index, words: byNobody[1], better: "How do I …?" };
	if (title.trimEnd().endsWith("?")) return undefined;
	const last = never.exec(plain) ?? (spoken.test(plain) ? null : ending.exec(plain));
	if (last?.[1] !== undefined) return { index: last.index, words: last[1], better: "How do I …?" };
	if (spoken.test(plain)) return undefined;

	const start = introduction.exec(plain);
	if (start?.[1] !== undefined) return { index: plain.indexOf(start[1]), words: start[1], better: `What can I do with ${inSentence(start[2] ?? "")}?` };
	if (symptom.test(plain)) return undefined;

	const noun = nounOf.exec(plain);
	if (noun?.[1] !== undefined && !/^(?:version|lack|loss|session|amount|element|document|extension)$/i.test(noun[2] ?? "")) {
		const verb = verbs[noun[2]?.toLowerCase() ?? ""];
		return { index: plain.indexOf(noun[1]), words: noun[1], better: verb ? `How do I ${verb} ${inSentence(noun[3] ?? "")}?` : "How do I …?" };
	}
	const two = pair.exec(plain);
	if (two?.[2] === undefined) return undefined;
	const subject = inSentence(two[1] ?? "").replace(/(?<!s)$/, "s");
	return { index: plain.length - two[2].length, words: two[2], better: `How do I ${verbs[two[2].toLowerCase()] ?? "…"} ${subject}?` };
}
