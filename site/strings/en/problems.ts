/** Refusals: what happened, and what can be done. */
export const problems = {
	toHelpCentre: "Go to the help centre",
	fileTooLarge: "A file may have at most 10 MB.",
	formTooLarge: "A message takes five files of at most 10 MB each. Please go back: your words should still be there.",
	/** By the name of the problem (`worker/contract/problem.ts`). */
	table: {
		"bad-json": { title: "The body is not valid JSON.", remedy: "Send one JSON document in UTF-8." },
		"broken-form": { title: "Your form did not arrive whole.", remedy: "Please go back: your words should still be there. Then send it once more." },
		"form-too-large": {
			title: "Your message is too large.",
			remedy: "Please go back: your words should still be there. Then send fewer words or smaller files.",
		},
		invalid: { title: "Some of what was sent does not fit.", remedy: "See `errors` for each field." },
		"wrong-media-type": {
			title: "This content type is not accepted here.",
			remedy: "Send `application/json`, or a plain HTML form where the page has one.",
		},
		"too-large": { title: "The body is too large.", remedy: "Send less at once." },
		"cross-site": { title: "This is accepted from this site's own pages only.", remedy: "Open the page itself and try again." },
		"unknown-article": { title: "There is no such article.", remedy: "Use an article id of this site." },
		"article-changed": { title: "This article has changed since the page was opened.", remedy: "Reload the page and vote again." },
		"unknown-ticket": { title: "There is no ticket at this address.", remedy: "Use the whole link from your confirmation." },
		"key-reused": { title: "This form was already sent with other words.", remedy: "Open the contact page again to send a new message." },
		"too-quick": {
			title: "This looked automatic and was not sent.",
			remedy: "Please press Send once more.",
		},
		"not-a-person": {
			title: "We could not check that you are a person. Your message was not sent.",
			remedy: "Please press Send once more, or use e-mail or phone.",
		},
		"file-type": {
			title: "This kind of file is not accepted.",
			remedy: "Send a picture, a video (MP4), a PDF, a text, a Word or Excel file, or a zip.",
		},
		"too-many-files": { title: "A message takes five files.", remedy: "Remove one first, or put several into one zip." },
		"unknown-file": { title: "There is no file at this address.", remedy: "Use the whole link, and a newer one if this one has ended." },
		"length-required": { title: "The length of the file is missing.", remedy: "Send the file with its `Content-Length`." },
		"file-cap": { title: "Too many files in a day. This one was not stored.", remedy: "Send your message without it, or use e-mail." },
		"note-cap": { title: "Too many notes in a short time. This one was not stored.", remedy: "Wait, or use e-mail or phone." },
		"vote-cap": { title: "Your vote was not counted: today's limit for this article and network is reached.", remedy: "Try again tomorrow." },
		"ticket-cap": { title: "Too many messages in a short time. This one was not sent.", remedy: "Wait, or use e-mail or phone." },
		"question-cap": { title: "Today's limit of questions for this network is reached.", remedy: "Please use the search, or write to us." },
		"too-many-requests": { title: "Too many requests in a short time. This one was not counted.", remedy: "Wait a minute and try again." },
		forbidden: {
			title: "This page is for the people who run this help centre.",
			remedy: "Sign in through your organisation, or use the link that `npm start` prints.",
		},
		"needs-manager": {
			title: "Only a manager of this help centre can do that.",
			remedy: "You are signed in as a viewer, who reads everything. Ask a manager to do it, or whoever deploys the centre to make you one.",
		},
		"sign-in-unavailable": {
			title: "We cannot check right now who you are.",
			remedy: "Nothing was changed. Try again in a minute.",
		},
		unsigned: { title: "This message is not signed by a desk that may write here.", remedy: "Check the secret and the clock of the desk." },
		"method-not-allowed": { title: "This address does not take that method.", remedy: "See the `Allow` header." },
		"not-found": { title: "There is nothing at this address.", remedy: "Check the address." },
		failed: { title: "Something went wrong on our side.", remedy: "We cannot tell whether it was stored. Sending again is safe." },
		unavailable: { title: "The service cannot store anything right now.", remedy: "Try again in a minute, or use e-mail or phone." },
	},
};
