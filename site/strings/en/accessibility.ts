/** The page that says how accessible the centre is. It holds for every centre: only what the software and its tests ensure. */
export const accessibility = {
	title: "Accessibility",
	description: "Which standard this help centre aims at, how it is tested, what we know is missing, and how to tell us about a barrier.",
	heading: "Accessibility of this help centre",
	lead: "Everybody should find an answer here, or a person who gives one: with a keyboard, a screen reader, large letters or a small phone.",
	aim: "What we aim at",
	/** `{standard}` is a link. */
	aimText: "We aim at the {standard}, level AA. This statement rests on the tests below, not on a certificate.",
	standard: "Web Content Accessibility Guidelines (WCAG) 2.2",
	helps: {
		keyboard: "Everything works with the keyboard alone, and you see where you are.",
		screen: "Pages fit a screen of 320 pixels, and text can be enlarged to 200 %.",
		design: "There is a light and a dark design; the system's own colours and reduced motion are respected.",
		scripts: "Reading, searching, voting and writing to us work without scripts.",
	},
	tested: "How it is tested",
	testedText: "The software of this help centre is tested on a sample centre:",
	tests: {
		rules: "By automatic rules (axe-core): every kind of page, light and dark, on a narrow and a wide screen.",
		keyboard: "With the keyboard alone: finding an answer, voting and writing to support. Each step has to be visible.",
		pictures: "By pictures that are looked at and compared: four widths, both directions of writing, 200 % zoom, wider text spacing, forced colours and print.",
	},
	articles: "Each article is checked as well: pictures need a description, and headings have to be in order.",
	reviewed: "This help centre was last reviewed on {day}.",
	limits: "What we know is missing",
	known: {
		automatic: "Automatic tests find only a part of all barriers. They run in one browser (Chromium), and none of them uses a screen reader.",
		films: "Films come from other services. Their players and captions are not ours.",
		files: "Files to download may have barriers. Ask us for what they say in another form.",
	},
	untranslated: "What is not translated yet is shown in its original language, and says so.",
	tell: "Tell us about a barrier",
	tellText: "Say what you wanted to do, on which page, and with what (browser, screen reader …). We help you with the answer itself, too.",
	email: "E-mail: {address}",
	phone: "{label}: {number}",
};
