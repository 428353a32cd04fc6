import type { ArticleType } from "#site/schemas/article.ts";

/** What the writers' guide says of a type of article; a test compares it with what the check asks for. */
export interface TypeAdvice {
	type: ArticleType;
	/** Which question of a customer it answers. */
	purpose: string;
	/** A title of this type. */
	title: string;
	/** Components it must have, in order, and the fewest of what is counted in them. Example: `{ Steps: { Step: 3 } }` */
	sections: Record<string, Record<string, number>>;
	/** Fewest `##` headings of its own. */
	headings: number;
	/** The only headings it may have. */
	onlyHeadings?: string[];
}

/** The seven types, the most used first. */
export const typeGuide: TypeAdvice[] = [
	{
		type: "how-to",
		purpose: "Complete one task.",
		title: "How do I add a supplier?",
		sections: { QuickAnswer: {}, BeforeYouStart: {}, Steps: { Step: 3 }, Troubleshooting: { Problem: 1, IfThisFails: 1 } },
		headings: 0,
	},
	{
		type: "troubleshooting",
		purpose: "Get rid of one error or symptom.",
		title: "Why can't I log in?",
		sections: { QuickAnswer: {}, Troubleshooting: { Problem: 2, IfThisFails: 1 } },
		headings: 0,
	},
	{
		type: "faq",
		purpose: "Short answers to several questions on one subject.",
		title: "Questions about billing",
		sections: { Faq: { Question: 1 } },
		headings: 0,
	},
	{
		type: "getting-started",
		purpose: "The first steps of a new customer, with an early success.",
		title: "How do I set up my account?",
		sections: { QuickAnswer: {}, BeforeYouStart: {}, Steps: { Step: 3 } },
		headings: 0,
	},
	{
		type: "reference",
		purpose: "Facts to look up: tables, limits, an API.",
		title: "Which roles are there, and what may each do?",
		sections: { QuickAnswer: {} },
		headings: 2,
	},
	{
		type: "best-practices",
		purpose: "Do well what one can do already.",
		title: "How do I keep my data clean?",
		sections: { QuickAnswer: {} },
		headings: 3,
	},
	{
		type: "release-notes",
		purpose: "What is new, by date.",
		title: "What is new in October 2026?",
		sections: {},
		headings: 2,
		onlyHeadings: ["New", "Improved", "Fixed"],
	},
];
