import type { contactAnswers as english } from "../en/contact-answers.ts";
import type { Translated } from "../message.ts";

/** What the Worker puts into the contact page: hours of the desk, and what to mend in a form that was sent without JavaScript. */
export const contactAnswers: Translated<typeof english> = {
	/** {time} is the clock's, {zone} a time zone. */
	open: "فريق الدعم متاح الآن حتى الساعة {time} ({zone}).",
	closed: "فريق الدعم غير متاح الآن، ويعود يوم {moment}. يمكنك الكتابة إلينا في أي وقت.",
	dayAndNight: "نرد على المشكلات الحرجة ليلًا ونهارًا.",
	/** With a link: {article}. */
	from: "كنت تقرأ {article}.",
	notSent: "لم تُرسل رسالتك بعد",
	sendAgain: "إذا أردت إرسال هذه الرسالة، فيُرجى إرسال النموذج مرة أخرى.",
	filesGone: "لم نحتفظ بملفاتك: يُرجى اختيارها مرة أخرى.",
	fileGone: "لم يعد أحد الملفات موجودًا: يُرجى اختياره مرة أخرى.",
	fileRefused: "لم يُضف «{name}»: {reason}",
	/** One and two are words of their own, without the number. */
	filesLeft: {
		zero: "أُضيفت كل الملفات.",
		one: "لم يُضف ملف آخر: تقبل الرسالة خمسة ملفات.",
		two: "لم يُضف ملفان آخران: تقبل الرسالة خمسة ملفات.",
		few: "لم تُضف {count} ملفات أخرى: تقبل الرسالة خمسة ملفات.",
		many: "لم يُضف {count} ملفًا آخر: تقبل الرسالة خمسة ملفات.",
		other: "لم يُضف {count} ملف آخر: تقبل الرسالة خمسة ملفات.",
	},
	needsScript: "لمنع الرسائل الآلية، يحتاج هذا النموذج إلى JavaScript. ومن دونه يُرجى استخدام البريد الإلكتروني أو الهاتف.",
};
