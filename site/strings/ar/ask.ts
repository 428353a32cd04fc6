import type { ask as english } from "../en/ask.ts";
import type { Translated } from "../message.ts";

/** The box that answers questions. */
export const ask: Translated<typeof english> = {
	label: "سؤالك",
	placeholder: "اسأل كما تسأل زميلًا",
	ask: "اسأل",
	note: "تأتي الإجابة من مقالاتنا. يُرجى عدم كتابة أسماء أو كلمات مرور.",
	missing: "يُرجى كتابة سؤالك أولًا.",
	looking: "نبحث في مقالاتنا …",
	answer: "الإجابة",
	/** Above the articles of an answer. */
	from: "من",
	/** The same, where a language model has put it into words. */
	written: "كتبها نموذج لغوي استنادًا إلى",
	/** For who hears the number alone. */
	source: "المصدر {number}: {title}",
	/** After a link, for screen readers. */
	newTab: "(تُفتح في علامة تبويب جديدة)",
	helped: "هل أفادك هذا؟",
	yes: "نعم",
	no: "لا",
	thanks: "يسعدنا ذلك. شكرًا لإخبارنا.",
	sorry: "نأسف لذلك. يمكنك إذن التحدث إلى شخص.",
	person: "التحدث إلى شخص",
	write: "اكتب إلينا",
	/** With a link: {hotline}. */
	hotline: "خط الطوارئ، ليلًا ونهارًا: {hotline}.",
	unsure: "لا تجيب أيٌّ من مقالاتنا عن هذا بصورة مؤكدة.",
	guess: "قد يفيدك هذا",
	/** Above articles that share a word with the question. */
	nearest: "الأقرب إلى سؤالك",
	urgent: "يبدو هذا عاجلًا أو شخصيًا: يُرجى التحدث إلى شخص.",
	tier: "يصل سؤالك إلى شخص مباشرةً.",
	guide: "اعثر على السبب خطوة بخطوة",
	noGuide: "تعذّر تحميل الأسئلة. ستجدها في المقالة أيضًا.",
	inArticle: "اقرأ هذا في المقالة",
	failed: "تعذّر علينا البحث الآن. ما زال سؤالك هنا.",
	again: "المحاولة من جديد",
	search: "البحث في المقالات",
};
