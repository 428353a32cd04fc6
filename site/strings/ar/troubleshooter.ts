import type { troubleshooter as english } from "../en/troubleshooter.ts";
import type { Translated } from "../message.ts";

/** Around the questions of a guided troubleshooter. */
export const troubleshooter: Translated<typeof english> = {
	title: "اكتشف سبب المشكلة",
	intro: "اختر الإجابة المناسبة، فهي تقودك إلى السؤال التالي أو إلى ما يساعدك.",
	soFar: "إجاباتك حتى الآن",
	change: "تغيير",
	/** For who hears the link alone. */
	changeAnswer: "تغيير إجابة السؤال: {question}",
	startAgain: "البدء من جديد",
	/** Told after an answer; the question itself is read next. */
	nextQuestion: "إجابتك: {answer}. السؤال {number}:",
	/** Told after the last answer; its title is read next. */
	found: "إجابتك: {answer}. قد يساعدك هذا:",
	/** Told after going back. */
	back: "السؤال {number}:",
	solved: "هل حُلّت المشكلة؟",
	yes: "نعم",
	no: "لا، أريد التواصل مع الدعم",
};
