import { shorten } from "../shorten.ts";

/** The schema allows 90; a list of results shows about so many characters. */
const longest = 70;

const question = /^(?:how|what|what's|why|where|when|which|who|whose|can|could|do|does|did|is|are|am|may|must|should|will|would)(?: |$)(?!(?:not|no)\b)/;
const trouble =
	/^(?:can't|cant|cannot|can not|couldn't|won't|doesn't|isn't|not|no|error|errors|problem|problems|issue|bug|unable|failed|wrong|missing|broken)\b|\b(?:error|errors|fails|failed|failing|broken|not working|doesn't work|does not work|crashes|missing|stuck)$/;
/** Verbs with which customers name a task. */
const task =
	/^(?:add|allow|approve|archive|assign|attach|book|buy|cancel|change|check|choose|close|compare|connect|convert|copy|correct|create|customise|customize|cut|delete|disable|download|edit|enable|enter|export|extend|find|fix|generate|get|give|hide|import|install|invite|join|link|lock|log in|log out|make|mark|merge|move|open|pause|pay|plan|print|publish|receive|record|remove|rename|request|reset|restore|retire|run|save|schedule|see|send|set|set up|share|show|sign|sort|split|start|stop|submit|switch|sync|test|track|transfer|translate|turn|undo|unlock|update|upgrade|upload|use|verify|view|write)\b/;

/** A title from the words of a search, as a question where they are English. Example: `carbon offsets` → `Carbon offsets: what should I know?` */
export function questionOf(query: string, locale = "en"): string {
	const words = query
		.replace(/[\s?!.,;:]+$/u, "")
		.replace(/\s+/g, " ")
		.trim()
		.replace(/\bi\b/g, "I");
	const ask = (before: string, after: string) => {
		const cut = atWord(words, longest - before.length - after.length);
		const said = `${before}${cut}${after}`;
		return said.charAt(0).toUpperCase() + said.slice(1);
	};
	if (!locale.startsWith("en")) return ask("", "?");
	if (question.test(words)) return ask("", "?");
	if (trouble.test(words)) return ask("", ": what can I do?");
	if (/^to /.test(words)) return ask("How ", "?");
	return task.test(words) ? ask("How do I ", "?") : ask("", ": what should I know?");
}

/** The beginning of a text, up to the end of a word where it can be. */
function atWord(text: string, most: number): string {
	if (text.length <= most) return text;
	const whole = text.slice(0, most).replace(/\s\S*$/, "");
	return whole.length > most / 2 ? whole : shorten(text, most).toWellFormed();
}
