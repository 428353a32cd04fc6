import type { policy as english } from "../en/policy.ts";
import type { Translated } from "../message.ts";

/** The page of promises. */
export const policy: Translated<typeof english> = {
	title: "ما يعدك به فريق الدعم",
	description: "متى نعمل، ومتى يرد عليك شخص، وما الذي يُعدّ عاجلًا، وماذا تفعل إذا تأخرنا.",
	lead: "متى يرد عليك شخص، وكيف نقرر ما يأتي أولًا، وماذا تفعل إذا تأخرنا. يسري هذا على {product}.",
	open: "ساعات العمل",
	/** {hours} are `hours` in bold. */
	openText: "{hours} ({zone})، ما عدا الأيام أدناه. يمكنك الكتابة إلينا في أي وقت.",
	hours: "{days}، من {opens} إلى {closes}",
	everyDay: "كل يوم",
	dayRange: "من {from} إلى {to}",
	/** By a script, where the reader lives in another zone; {opens} and {closes} are times, or `dayBefore` or `dayAfter`. */
	ownHours: "بتوقيتك (\u2068{zone}\u2069) يكون ذلك من {opens} إلى {closes}، حسب الساعة اليوم.",
	dayBefore: "{time} في اليوم السابق",
	dayAfter: "{time} في اليوم التالي",
	dayAndNight: "نرد على الرسائل ذات الأولوية {priorities} ليلًا ونهارًا، في كل أيام السنة.",
	chat: "المحادثة المباشرة متاحة خلال ساعات العمل.",
	phones: "أرقام هواتفنا للمشكلات الحرجة فقط، حتى يبقى الخط متاحًا لها.",
	closed: "أيام الإغلاق",
	priorities: "الأولويات",
	prioritiesText: "تجيب عن ثلاثة أسئلة عندما تكتب إلينا. تتحدد الأولوية من إجاباتك، وتراها قبل الإرسال.",
	whatCounts: "كيف تتحدد الأولوية",
	/** {atRiskAnswer} and {lostAnswer} are answers of the contact form. */
	danger: "هل هناك بيانات أو أموال في خطر؟ تكون الأولوية حينها على الأقل {atRisk} («{atRiskAnswer}») أو {lost} («{lostAnswer}»)، أيًا كان المتأثر.",
	firstAnswer: "متى يرد عليك شخص",
	firstAnswerTable: "المدة حتى أول رد، حسب الأولوية والباقة",
	solution: "متى تُحل المشكلة",
	solutionTable: "المدة حتى الحل، حسب الأولوية والباقة",
	varies: "تختلف",
	nextBusinessDay: "يوم العمل التالي",
	plan: "الباقة",
	standard: "قياسي",
	counted: "وقت الاحتساب",
	countedAlways: "ليلًا ونهارًا",
	countedHours: "ساعات العمل",
	plansText:
		"تُحتسب باقتك عندما تكتب إلينا من داخل {product} وأنت مسجّل الدخول. تسري المدد القياسية على غير ذلك: فعنوان البريد الإلكتروني وحده لا يخبرنا من أنت.",
	words: "معاني الكلمات",
	wordAnswer: "أول رد",
	wordAnswerText: "قرأ شخص رسالتك ويرد عليك. لا تُحتسب الرسالة الآلية.",
	wordSolved: "حُلّت",
	wordSolvedText: "عاد الأمر إلى العمل، ولو بطريقة مختلفة عن السابق. قد يأتي الإصلاح الدائم لاحقًا.",
	wordHours: "ساعات العمل",
	wordHoursText:
		"في الأولويات {priorities} يُحتسب الوقت خلال ساعات العمل، ويتوقف ليلًا وفي أيام الإغلاق وأثناء انتظار ردك. ما يُرسل عند نهاية آخر يوم عمل يبدأ احتسابه في يوم العمل التالي.",
	wordPromised: "الموعد الموعود",
	wordPromisedText: "اليوم والساعة اللذان نرد قبلهما، بتوقيت منطقتك. تجدهما في الصفحة التي تظهر بعد الإرسال، ولا يتغيران.",
	late: "إذا تأخرنا",
	/** With a link: {hotline}. */
	hotline: "خط الطوارئ لانقطاع الخدمة، ليلًا ونهارًا: {hotline}",
	exclusions: "ما لا يفعله فريق الدعم",
};
