import type { article as english } from "../en/article.ts";
import type { Translated } from "../message.ts";

/** Around the text of an article. */
export const article: Translated<typeof english> = {
	forWhom: {
		contributor: "لفرق إدخال البيانات",
		reviewer: "لفرق المراجعة",
		admin: "للمسؤولين",
		developer: "لفرق التطوير",
		auditor: "لفرق التدقيق",
	},
	plans: "الباقات: {plans}",
	archived: "هذه المقالة مؤرشفة.",
	archivedText: "نحتفظ بها للرجوع إليها، وقد لا تكون صحيحة الآن.",
	/** With a link: {article}. */
	successor: "اقرأ بدلًا منها: {article}.",
	draft: "مسودة.",
	draftText: "لا يرى القرّاء هذه المقالة بعد.",
	overdue: "كان موعد مراجعة هذه المقالة {day}. ربما تغيّرت بعض التفاصيل.",
	/** Shown in the reader's language above an article of another one. */
	untranslated: "هذه المقالة غير متوفرة باللغة {language} بعد. إليك المقالة باللغة {original}.",
	/** With a link: {original}. */
	outdated: "تغيّر أصل هذه الترجمة في {day}: {what} {original}",
	readOriginal: "القراءة باللغة {language}",
	readFirst: "اقرأ أولًا",
	nextSteps: "الخطوات التالية",
	related: "مقالات ذات صلة",
	stillNeedHelp: "هل ما زلت بحاجة إلى مساعدة؟",
	stillText: "تواصل معنا. يصلنا مع رسالتك ما قرأته هنا، فلا تحتاج إلى الشرح مرتين.",
	updated: "آخر تحديث: {day}",
	reviewed: "آخر مراجعة: {day}",
	edit: "تعديل هذه المقالة",
	onThisPage: "في هذه الصفحة",
	table: "جدول",
	close: "إغلاق",
	picture: "صورة",
	video: "فيديو",
	play: "تشغيل «{title}»",
	playLength: "تشغيل «{title}» ({length})",
	videoHost: "يأتي الفيديو من {host}، وسيُعرف هناك أنك تشاهده.",
	quickAnswer: "إجابة سريعة",
	beforeYouStart: "قبل أن تبدأ",
	steps: "خطوة بخطوة",
	troubleshooting: "حل المشكلات",
	cause: "السبب",
	solution: "الحل",
	ifThisFails: "إذا لم ينجح ذلك",
	note: "ملاحظة",
	tip: "نصيحة",
	warning: "تنبيه",
};
