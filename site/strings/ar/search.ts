import type { search as english } from "../en/search.ts";
import type { Translated } from "../message.ts";

/** Search box and search page. */
export const search: Translated<typeof english> = {
	title: "البحث",
	label: "البحث في مركز المساعدة",
	placeholder: "بحث",
	inOwnWords: "صِف مشكلتك بكلماتك",
	submit: "بحث",
	slashKey: "ينقلك المفتاح {key} إلى حقل البحث في كل صفحة",
	searching: "جارٍ البحث…",
	notLoaded: "تعذّر تحميل البحث.",
	/** After `notLoaded`, on the search page. With links: {topics} and {contact}. */
	notLoadedPage: "سنعيد المحاولة عندما تتابع الكتابة. يمكنك أيضًا {topics} أو {contact}.",
	browseBelow: "تصفّح الموضوعات أدناه",
	contactSupport: "التواصل مع الدعم",
	/** The same as a link of its own. */
	contactSupportLink: "التواصل مع الدعم",
	/** After `notLoaded`, in the list of the box. */
	notLoadedBox: "سنعيد المحاولة عندما تتابع الكتابة. أو انظر هنا:",
	notLoadedSaid: "تعذّر تحميل البحث. فيما يلي موضوعات يمكنك تصفّحها.",
	/** One and two are words of their own, without the number. */
	results: {
		zero: "لا نتائج للبحث عن «{words}»",
		one: "نتيجة واحدة للبحث عن «{words}»",
		two: "نتيجتان للبحث عن «{words}»",
		few: "{count} نتائج للبحث عن «{words}»",
		many: "{count} نتيجة للبحث عن «{words}»",
		other: "{count} نتيجة للبحث عن «{words}»",
	},
	noGood: "لا توجد إجابة مناسبة عن «{words}»",
	noGoodFiltered: "لا توجد إجابة عن «{words}» مع عوامل التصفية هذه",
	showMore: "عرض المزيد من النتائج",
	mayBeStale: "قد تكون قديمة",
	quickAnswer: "إجابة سريعة",
	showing: "نتائج البحث عن",
	/** Heading; the words follow. */
	didYouMean: "ربما تقصد",
	/** The same as a question. With a button: {words}. */
	didYouMeanWords: "هل تقصد {words}؟",
	/** Whole question, for screen readers. */
	didYouMeanSaid: "لم نجد إجابة مناسبة. هل تقصد: {words}؟",
	noGoodSaid: "لم نجد إجابة مناسبة",
	filters: "عوامل التصفية",
	topic: "الموضوع",
	allTopics: "كل الموضوعات",
	kind: "النوع",
	allKinds: "كل الأنواع",
	resetFilters: "مسح عوامل التصفية",
	answersOutside: "توجد إجابات خارج عوامل التصفية التي اخترتها.",
	nearestOutside: "قد تستبعد عوامل التصفية أقرب النتائج.",
	withoutFilters: "البحث من دون عوامل تصفية",
	kinds: {
		"getting-started": "الخطوات الأولى",
		"how-to": "إرشادات",
		troubleshooting: "حل المشكلات",
		reference: "مرجع",
		faq: "أسئلة شائعة",
		"release-notes": "الجديد في المنصة",
		"best-practices": "أفضل الممارسات",
	},
	suggestions: "اقتراحات",
	/** One and two are words of their own, without the number. */
	suggestionCount: { zero: "لا اقتراحات", one: "اقتراح واحد", two: "اقتراحان", few: "{count} اقتراحات", many: "{count} اقتراحًا", other: "{count} اقتراح" },
	more: "المزيد",
	allResults: "كل النتائج",
	otherWays: "أقرب الموضوعات وطرق أخرى",
	recent: "عمليات البحث الأخيرة",
	popular: "عمليات البحث الشائعة",
	/** One and two are words of their own, without the number. */
	recentCount: {
		zero: "لا عمليات بحث أخيرة",
		one: "عملية بحث أخيرة واحدة",
		two: "عمليتا بحث أخيرتان",
		few: "{count} عمليات بحث أخيرة",
		many: "{count} عملية بحث أخيرة",
		other: "{count} عملية بحث أخيرة",
	},
	/** One and two are words of their own, without the number. */
	popularCount: {
		zero: "لا عمليات بحث شائعة",
		one: "عملية بحث شائعة واحدة",
		two: "عمليتا بحث شائعتان",
		few: "{count} عمليات بحث شائعة",
		many: "{count} عملية بحث شائعة",
		other: "{count} عملية بحث شائعة",
	},
	/** `recentCount`, before `popularCount` in one sentence. */
	recentBeside: {
		zero: "لا عمليات بحث أخيرة",
		one: "عملية بحث أخيرة واحدة",
		two: "عمليتا بحث أخيرتان",
		few: "{count} عمليات بحث أخيرة",
		many: "{count} عملية بحث أخيرة",
		other: "{count} عملية بحث أخيرة",
	},
	/** Both counts in one sentence: `recentBeside` and `popularCount`. */
	bothCounts: "{recent} و{popular}",
	deleteRemoves: "يزيل المفتاح Delete عملية بحث أخيرة",
	clear: "مسح",
	clearRecent: "مسح عمليات البحث الأخيرة",
	remove: "إزالة",
	removeWords: "إزالة «{words}»",
	keptHere: "محفوظة على هذا الجهاز فقط.",
	noAnswer: "ليست لدينا إجابة مناسبة عن هذا بعد.",
	noAnswerShort: "ليست لدينا إجابة مناسبة عن هذا بعد",
	/** Of a page without JavaScript. */
	noAnswerTo: "ليست لدينا إجابة مناسبة عن «{words}» بعد.",
	/** Of a page without JavaScript; a link to a person follows. */
	notAnswering: "البحث لا يستجيب الآن. يُرجى المحاولة مرة أخرى بعد دقيقة، أو تصفّح الموضوعات أدناه.",
	noAnswerText: "نسجّل بحثك من دون اسمك، حتى تُكتب المقالة الناقصة.",
	askPerson: "اسأل شخصًا",
	/** Above articles that an address may mean. */
	perhaps: "ربما تبحث عن",
	nearest: "أقرب الموضوعات",
	nearestText: "فيها كلمة من كلمات بحثك، لكنها قد لا تجيب عنه.",
	/** In another language than the articles' first one. */
	inOriginal: "البحث في المقالات باللغة {language}",
	tellUs: "أخبرنا عما كنت تبحث عنه",
	tellUsNote: "يُرجى عدم كتابة أسماء أو كلمات مرور. لا يمكن لأحد أن يرد عليك هنا.",
	tellUsMissing: "يُرجى كتابة بضع كلمات أولًا.",
	tellUsThanks: "شكرًا لك. سيقرأ فريق كتابة المقالات ما كتبته. إذا كنت بحاجة إلى إجابة الآن، فاسأل شخصًا من فضلك.",
	send: "إرسال",
	/** Answers the words of the search as a question. */
	answerThis: "أجب عن هذا السؤال",
	/** Opens the answer box below the results. */
	askInstead: "اطرح سؤالًا",
	askNotLoaded: "تعذّر تحميل الإجابة. يُرجى المحاولة من جديد.",
};
