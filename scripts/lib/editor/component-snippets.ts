/** A piece of an article that an editor offers. Places to fill in are `${number:hint}`, as editors read them. */
export interface ComponentSnippet {
	/** What a writer reads in the list. */
	description: string;
	body: string;
}

const step = (title: number, text: number) =>
	`<Step title="\${${title}:Open the page}">\n\n\${${text}:Where to select or what to type, then what you see.}\n\n</Step>`;
const question = (title: number, text: number) =>
	`<Question title="\${${title}:Can I change this later?}">\n\n\${${text}:Yes. The answer comes first.}\n\n</Question>`;
const cause = (text: number) => `<Cause>\n\n\${${text}:Why it happens.}\n\n</Cause>`;
const solution = (text: number) => `<Solution>\n\n\${${text}:What to do, step by step.}\n\n</Solution>`;
const fails = (text: number) => `<IfThisFails>\n\n\${${text}:What to try next, or} [contact us](/contact/).\n\n</IfThisFails>`;

function problem(title: number): string {
	return `<Problem title="\${${title}:What you see on the screen}">\n\n${cause(title + 1)}\n\n${solution(title + 2)}\n\n</Problem>`;
}

function check(id: string, ask: string, choices: [to: string, words: string][]): string {
	return `<Check id="${id}" ask="${ask}">\n\n${choices.map(([to, words]) => `<Choice to="${to}">${words}</Choice>`).join("\n")}\n\n</Check>`;
}

function outcome(id: string, title: string, text: string): string {
	return `<Outcome id="${id}" title="${title}">\n\n${text}\n\n</Outcome>`;
}

function box(name: string, hint: string): string {
	return `<${name}>\n\n\${1:${hint}}\n\n</${name}>`;
}

/** One for each component that an article can use, in the order of an article. */
export const componentSnippets: Record<string, ComponentSnippet> = {
	QuickAnswer: { description: "The answer that helps most people, at the top", body: box("QuickAnswer", "The answer in one or two sentences.") },
	BeforeYouStart: { description: "What a reader needs first", body: box("BeforeYouStart", "- Your role, your plan or a setting.") },
	Steps: { description: "Steps, one action each", body: `<Steps>\n\n${step(1, 2)}\n\n${step(3, 4)}\n\n</Steps>` },
	Step: { description: "One step, inside <Steps>", body: step(1, 2) },
	Note: { description: "Something worth knowing", body: box("Note", "What is worth knowing here.") },
	Tip: { description: "A way that saves time", body: box("Tip", "What saves time here.") },
	Warning: { description: "What could be lost or broken", body: box("Warning", "What happens, and how to avoid it.") },
	Screenshot: {
		description: "A picture with a caption",
		body: '<Screenshot caption="${1:What to notice in the picture}">\n\n![${2:What the picture shows}](./images/${3:picture.png})\n\n</Screenshot>',
	},
	Video: {
		description: "A film; nothing is loaded before the reader asks",
		body: '<Video title="${1:What the film shows}" src="https://www.youtube-nocookie.com/embed/${2:id}" length="${3:2:10}" />',
	},
	Troubleshooter: {
		description: "Questions that lead a reader to what helps",
		body: `<Troubleshooter>\n\n${[
			check("${1:page-opens}", "${2:Does the page open?}", [
				["${3:page-works}", "${4:Yes}"],
				["${5:page-white}", "${6:No, it stays white}"],
			]),
			outcome("${3:page-works}", "${7:The page works}", "${8:What to do now.}"),
			outcome("${5:page-white}", "${9:The page does not load}", "${10:What to do now.}"),
		].join("\n\n")}\n\n</Troubleshooter>`,
	},
	Check: {
		description: "One question, inside <Troubleshooter>",
		body: check("${1:page-opens}", "${2:Does the page open?}", [
			["${3:page-works}", "${4:Yes}"],
			["${5:page-white}", "${6:No, it stays white}"],
		]),
	},
	Choice: { description: "One answer, inside <Check>", body: '<Choice to="${1:page-works}">${2:Yes}</Choice>' },
	Outcome: { description: "What helps, inside <Troubleshooter>", body: outcome("${1:page-white}", "${2:The page does not load}", "${3:What to do now.}") },
	Troubleshooting: { description: "Problems with causes and solutions", body: `<Troubleshooting>\n\n${problem(1)}\n\n${fails(4)}\n\n</Troubleshooting>` },
	Problem: { description: "One problem, inside <Troubleshooting>", body: problem(1) },
	Cause: { description: "Why it happens, inside <Problem>", body: cause(1) },
	Solution: { description: "What to do, inside <Problem>", body: solution(1) },
	IfThisFails: { description: "The last resort, inside <Troubleshooting>", body: fails(1) },
	Faq: { description: "Questions and answers", body: `<Faq>\n\n${question(1, 2)}\n\n${question(3, 4)}\n\n</Faq>` },
	Question: { description: "One question, inside <Faq>", body: question(1, 2) },
};
