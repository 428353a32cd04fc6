/** What is wrong with a field of a form: a reason without capital or full stop, which may follow the field's name. */
export const fields = {
	subject: "please say in a few words what it is about",
	description: "please tell us what happened",
	shortDescription: "please tell us a little more, so that we can help",
	category: "please choose a topic",
	name: "please tell us your name",
	email: "please give an e-mail address we can answer to",
	note: "please write a note",
	score: "please choose a number from 1 to 5",
	oneLine: "must be one line of text",
	controlCharacters: "must not hold control characters",
	tooLong: { one: "please use at most {count} character", other: "please use at most {count} characters" },
	tooManyFiles: "a message takes five files",
	fileName: "please give the file a name",
	emptyFile: "the file is empty",
	brokenFile: "the file did not arrive whole: please add it again",
	lostFile: "a file is not here any more: please add it again",
};
