import type { status as english } from "../en/status.ts";
import type { Translated } from "../message.ts";

/** The page that shows how a message stands. */
export const status: Translated<typeof english> = {
	/** Of the window. */
	title: "الرسالة {reference}",
	yourMessage: "رسالتك",
	reference: "الرقم المرجعي",
	subject: "الموضوع",
	subjectGone: "(أُزيل بعد انتهاء مدة الحفظ)",
	priority: "الأولوية",
	files: "الملفات",
	progress: "سير العمل",
	received: "وصلت",
	withTeam: "لدى فريق الدعم",
	answered: "تم الرد",
	closed: "مغلقة",
	/** With a link: {email}. */
	keep: "احتفظ بعنوان هذه الصفحة: فهو الطريق الوحيد للعودة إليها. إذا ازداد الأمر سوءًا، فاكتب إلى {email} واذكر الرقم المرجعي.",

	isHere: "وصلتنا رسالتك.",
	promised: "سيرد عليك أحد أفراد فريقنا في موعد أقصاه {moment}.",
	overdue: "وعدناك برد في موعد أقصاه {moment}. إذا لم يصلك أي رد، فيُرجى الكتابة إلى {email} وذكر {reference}.",
	isDelayed: "وصلتنا رسالتك، لكنها لم تصل إلى فريقنا بعد.",
	delayedText:
		"ما كتبته محفوظ لدينا. هناك خلل من جانبنا يمنع وصوله إلى الفريق، ونحن نأسف لذلك. يُرجى عدم الانتظار: اكتب إلى {email} أو اتصل بنا، واذكر {reference}.",
	/** A number follows. */
	hotline: "الخط الساخن عند انقطاع الخدمة، ليلًا ونهارًا:",
	criticalOnly: "للمشكلات الحرجة فقط",
	isClosed: "هذه الرسالة مغلقة.",
	score: "أعطيتنا {score} من 5. شكرًا لك.",

	handing: "نسلّمها الآن إلى الفريق. لا يلزمك فعل أي شيء.",
	notYet: "ليس بعد. نأسف للتأخير.",
	theirNumber: "رقمها لدى الفريق: {reference}",
	working: "يعمل فريقنا عليها. سنكتب إلى بريدك الإلكتروني.",
	asked: "لدى فريقنا سؤال لك: يُرجى مراجعة بريدك الإلكتروني.",
	willWrite: "سنكتب إلى بريدك الإلكتروني.",

	done: {
		note: "أُضيفت ملاحظتك.",
		close: "أُغلقت رسالتك. شكرًا لإخبارنا.",
		reopen: "فُتحت رسالتك من جديد.",
		satisfaction: "شكرًا على إجابتك.",
		"without-files": "كانت هذه الرسالة موجودة لدينا من قبل، لذلك لم تُضف الملفات التي اخترتها الآن. يُرجى إرسالها بالبريد الإلكتروني مع ذكر الرقم المرجعي.",
	},
	notStored: "لم يُحفظ هذا بعد",
	notNow: "فُتحت رسالتك من جديد، لذلك سنسألك عن هذا لاحقًا. ما كتبته موجود أدناه: يمكنك إضافته كملاحظة إن أردت.",

	added: "ما أضفته",
	youAdded: "إضافة منك",
	youClosed: "أغلقتها",
	youReopened: "فتحتها من جديد",
	solvedBy: "حلّتها المقالة «{article}».",
	/** With a link: {contact}. */
	textGone: "أُزيل ما كتبته وملفاتك وملاحظاتك بعد انتهاء مدة الحفظ. إذا تكرر الأمر، {contact}.",
	writeToUs: "فيُرجى الكتابة إلينا",

	meanwhile: "أثناء انتظارك: هل الإجابة هنا؟",
	solvedIt: "هذا هو الحل، أغلقوا رسالتي",
	add: "إضافة شيء",
	note: "ملاحظتك",
	noteHint: "تصل إلى من لديهم رسالتك.",
	addNote: "إضافة الملاحظة",
	found: "هل وجدت الإجابة؟",
	foundClose: "وجدت الإجابة، أغلقوا رسالتي",
	notSolved: "ألم تُحل المشكلة بعد؟",
	stillOpen: "ما الذي لم يُحل بعد؟",
	optional: "اختياري",
	reopen: "فتحها من جديد",
	howHappy: "ما مدى رضاك عن المساعدة التي تلقيتها؟",
	unhappy: "{score}، غير راضٍ إطلاقًا",
	happy: "{score}، راضٍ جدًا",
	better: "ما الذي يمكننا تحسينه؟",
	send: "إرسال",
};
