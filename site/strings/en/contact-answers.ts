/** What the Worker puts into the contact page: hours of the desk, and what to mend in a form that was sent without JavaScript. */
export const contactAnswers = {
	/** {time} is the clock's, {zone} a time zone. */
	open: "Our desk is open now, until {time} ({zone}).",
	closed: "Our desk is closed now and opens on {moment}. You can write at any time.",
	dayAndNight: "Critical problems are answered day and night.",
	/** With a link: {article}. */
	from: "You were reading {article}.",
	notSent: "Your message was not sent yet",
	sendAgain: "Please press Send once more if you want to send this.",
	filesGone: "Your files are not kept: please choose them again.",
	fileGone: "A file is not here any more: please choose it again.",
	fileRefused: "“{name}” was not added: {reason}",
	filesLeft: {
		one: "{count} more file was not added: a message takes five files.",
		other: "{count} more files were not added: a message takes five files.",
	},
	needsScript: "To keep machines out, this form needs JavaScript. Without it, please use e-mail or phone.",
};
