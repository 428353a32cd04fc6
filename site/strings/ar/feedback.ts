import type { feedback as english } from "../en/feedback.ts";
import type { Translated } from "../message.ts";

/** The vote below an article. */
export const feedback: Translated<typeof english> = {
	question: "هل كانت هذه المقالة مفيدة؟",
	yes: "نعم",
	no: "لا",
	whatHelped: "يسعدنا ذلك. ما الذي أفادك؟",
	whatWrong: "نأسف لذلك. ما المشكلة؟",
	comment: "هل تود إضافة شيء؟ (اختياري)",
	send: "إرسال",
	counted: "شكرًا لك. احتُسب صوتك. يمكنك تغييره اليوم.",
	thanks: "شكرًا لك، هذا يفيدنا.",
	unreachable: "تعذّر الاتصال بنا، لذلك لم يُحتسب صوتك. يُرجى المحاولة لاحقًا.",
	/** Title of the page without JavaScript. */
	thanksTitle: "شكرًا لك",
	back: "العودة إلى المقالة",
	reasons: {
		solved: "حلّت مشكلتي",
		clear: "كانت سهلة الفهم",
		quick: "وجدت الإجابة بسرعة",
		"not-my-question": "لم تُجب عن سؤالي",
		"hard-to-follow": "كانت الخطوات صعبة الفهم",
		"did-not-work": "اتبعت الخطوات ولم تنجح",
		outdated: "تبدو المعلومات قديمة",
		"missing-detail": "هناك شيء ناقص",
	},
};
