import type { widget as english } from "../en/widget.ts";
import type { Translated } from "../message.ts";

/** The widget in the product: button, panel, explanations. */
export const widget: Translated<typeof english> = {
	/** On the button. */
	open: "مساعدة",
	/** Name of the panel. {centre} is the help centre's name. */
	panel: "مساعدة من {centre}",
	close: "إغلاق المساعدة",
	back: "رجوع",
	search: "ابحث عن مساعدة",
	loading: "جارٍ التحميل…",
	notLoaded: "تعذّر تحميل المساعدة.",
	again: "حاول مرة أخرى",
	openCentre: "فتح مركز المساعدة",
	/** Above articles for the page of the product that is open. */
	forThisPage: "لهذه الصفحة",
	/** Above articles where nothing is known of the page. */
	start: "من المفيد معرفته",
	results: {
		zero: "لا مقالات",
		one: "مقالة واحدة",
		two: "مقالتان",
		few: "{count} مقالات",
		many: "{count} مقالة",
		other: "{count} مقالة",
	},
	noAnswer: "لا توجد مقالة تجيب عن هذا جيدًا. الأقرب إليه:",
	nothing: "لا توجد مقالة تجيب عن هذا بعد. يمكن لشخص أن يجيب.",
	searchFailed: "تعذّر تحميل البحث. يمكنك المحاولة مرة أخرى أو مراسلتنا.",
	openPage: "فتح كصفحة",
	otherLanguage: "لم تُترجم هذه المقالة بعد.",
	picture: "فتح الصورة",
	didYouMean: "هل تقصد {words}؟",
	askPerson: "التواصل مع الدعم",
	/** Of an element's explanation. */
	explain: "شرح: {what}",
	/** The same where the element has no words. */
	explainThis: "شرح هذا",
	readMore: "قراءة المزيد",
	closeTip: "إغلاق",
	urgency: "ما مدى الاستعجال؟",
	/** The form in the panel. */
	unreached: "تعذّر الاتصال بنا. كلماتك محفوظة هنا. يمكنك المحاولة مرة أخرى أو استخدام طريقة أخرى.",
	notFromHere: "لا يمكن إرسال الرسائل من هذه الصفحة. يُرجى استخدام نموذج الاتصال في مركز المساعدة.",
	formOnly: "يُرجى مراسلتنا عبر نموذج الاتصال في مركز المساعدة، فهناك فقط يمكننا التحقق من أن المُرسِل شخص.",
	wholeForm: "نموذج الاتصال مع إمكانية إرفاق الملفات",
	sent: "رسالتك وصلتنا",
	reference: "الرقم المرجعي: {reference}",
	promise: "يجيبك شخص قبل {moment}.",
	follow: "متابعة رسالتك",
	editedLate: "وصلت رسالتك قبل أن تغيّرها. يمكنك إضافة ملاحظة في صفحتها.",
	signedIn: "من حسابك. يمكنك تغييره.",
	fieldWrong: "يُرجى تصحيح الحقول المحددة.",
};
