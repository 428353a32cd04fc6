import type { contactHelp as english } from "../en/contact-help.ts";
import type { Translated } from "../message.ts";

/** The help above the contact form. */
export const contactHelp: Translated<typeof english> = {
	label: "البحث عن إجابة أولًا",
	question: "ما الذي تحتاج إلى مساعدة فيه؟",
	example: "على سبيل المثال: {example}",
	find: "البحث عن إجابة",
	askNotLoaded: "تعذّر تحميل الإجابة. يُرجى المحاولة من جديد.",
	toForm: "الانتقال إلى النموذج",
	mayAnswer: "قد تجد الإجابة هنا",
	noneLeft: "يُرجى إذن أن تكتب إلينا أدناه.",
	noArticle: "ليست لدينا مقالة تجيب عن هذا. يُرجى أن تكتب إلينا أدناه.",
	noSuggestions: "لا إجابات مقترحة",
	/** One and two are words of their own, without the number. */
	suggestions: {
		zero: "لا إجابات مقترحة",
		one: "إجابة مقترحة واحدة",
		two: "إجابتان مقترحتان",
		few: "{count} إجابات مقترحة",
		many: "{count} إجابة مقترحة",
		other: "{count} إجابة مقترحة",
	},
	readAll: "قراءة المقالة كاملة",
	/** What screen readers are told besides. */
	newTab: "{title} (تُفتح في علامة تبويب جديدة)",
	solved: "هذا حلّ المشكلة",
	notQuite: "ليس تمامًا",
	goodToHear: "يسعدنا ذلك.",
	solvedText: "أفادتك «{title}»، لذلك لم يُرسل شيء. إذا تبيّن لك أنها لم تكفِ، فاكتب إلينا أدناه في أي وقت.",
	back: "العودة إلى مركز المساعدة",
	onIt: "نعمل على حلها: {title}",
	follow: "متابعة المشكلة",
	add: "إضافة رسالتك إليها",
	added: "أُضيفت: رسالتك مرتبطة بها",
	/** With a link: {form}. */
	howItShows: "أخبرنا في {form} كيف تظهر المشكلة لديك.",
	form: "النموذج",
	urgent: "يبدو هذا عاجلًا أو شخصيًا: يُرجى التحدث إلى شخص.",
	/** With a link: {hotline}. */
	hotline: "خط الطوارئ، ليلًا ونهارًا: {hotline}.",
	/** With a link: {status}. */
	known: "المشكلات المعروفة: {status}.",
	systemStatus: "حالة الخدمة",
	/** With a link: {form}. */
	orForm: "أو {form}.",
	useForm: "استخدم النموذج أدناه",
};
