/** The contact page: what is on it before anything is written. */
export const contact = {
	title: "Contact support",
	description: "Get help from a person. You are told when we will answer.",
	lead: "Write to us at any time. You are told by which day and hour a person answers.",
	write: "Write to us",
	offline: "You are offline. Go on writing: your words are kept here. Press Send, and we send them when you are back, while this page is open.",
	/** Of a field that people do not see. */
	leaveEmpty: "Leave this empty",
	knownProblem: "Is it one of these known problems?",
	otherProblem: "No, something else",
	onIt: "We are on it.",
	follow: "Follow it",
	optional: "Optional",
	subject: "What is it about?",
	happened: "What happened?",
	happenedHelp: "What did you do, what did you expect, what did you see? Any error code?",
	seeAnswers: "See the answers",
	topic: "Topic",
	choose: "Please choose",
	tried: "What have you tried?",
	files: "Pictures or files",
	filesHelp: "Optional. Up to {files} files of {megabytes} MB each: pictures, PDF, text, Word, Excel, zip, MP4.",
	dropHint: "Or drop them here, or paste a screenshot while you write.",
	name: "Your name",
	email: "E-mail",
	company: "Company",
	product: "Part of the product",
	environment: "Browser, app or version",
	/** The three questions from whose answers the priority follows, and the answers. */
	severity: {
		affected: { legend: "Who is affected?", one: "Only me", several: "Several people", everyone: "Everyone in our organisation" },
		impairment: {
			legend: "How badly?",
			question: "I have a question or a wish",
			minor: "It is annoying, but I can work",
			major: "Something important does not work properly",
			blocked: "I cannot go on at all",
		},
		risk: { legend: "Is data or money in danger?", none: "No", "at-risk": "Yes, if it goes on", lost: "Yes, data is already lost or was seen by strangers" },
	},
	/** What a priority is, and what it means. */
	priority: "{priority} · {meaning}.",
	within: "A person answers within {length}.",
	withinHours: "A person answers within {length} of our opening hours.",
	/** With a link: {community}. */
	othersKnow: "Other users may know: {community}. You can still send this to us.",
	/** With a link: {chat}. */
	chatStaffed: "Somebody is at the desk now: {chat}.",
	chatAlways: "You can also talk to us at once: {chat}.",
	whyAsked: "From your answers follows how soon a person answers.",
	promises: "What we promise",
	/** With a link: {hotline}. */
	emergencyHotline: "This is an emergency. Please also call us, day and night: {hotline}",
	emergency: "This is an emergency. Please also call us, day and night.",
	trail: "What we send along, so that you need not explain twice",
	sendTrail: "Send this along",
	send: "Send message",
	draft: "This browser keeps your words until you send them, for 30 days at most.",
	discard: "Discard them",
	otherWays: "Other ways",
	/** With a link: {chat}. */
	chatOpen: "Live chat, open now: {chat}",
	/** With a link: {email}. */
	byEmail: "E-mail: {email}",
	/** With a link: {hotline}. */
	hotline: "Outage for everyone? Hotline, day and night: {hotline}",
	criticalOnly: "critical problems only",
	/** With a link: {community}. */
	howTo: "How do I …? {community}",
	/** With a link: {status}. */
	isItDown: "Is it down for others? {status}",
	systemStatus: "System status",
	hours: "Hours and promises",
	yourMessages: "Your messages",
	yourMessagesText: "This browser keeps the links to them for 30 days.",
};
