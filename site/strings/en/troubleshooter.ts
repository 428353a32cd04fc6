/** Around the questions of a guided troubleshooter. */
export const troubleshooter = {
	title: "Find out what is wrong",
	intro: "Choose the answer that fits. It leads to the next question, or to what helps.",
	soFar: "Your answers so far",
	change: "Change",
	/** For who hears the link alone. */
	changeAnswer: "Change the answer to: {question}",
	startAgain: "Start again",
	/** Told after an answer; the question itself is read next. */
	nextQuestion: "You answered: {answer}. Question {number}:",
	/** Told after the last answer; its title is read next. */
	found: "You answered: {answer}. This may help:",
	/** Told after going back. */
	back: "Question {number}:",
	solved: "Did this solve it?",
	yes: "Yes",
	no: "No, contact support",
};
