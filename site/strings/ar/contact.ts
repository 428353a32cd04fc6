import type { contact as english } from "../en/contact.ts";
import type { Translated } from "../message.ts";

/** The contact page: what is on it before anything is written. */
export const contact: Translated<typeof english> = {
	title: "التواصل مع الدعم",
	description: "احصل على مساعدة من شخص. سنخبرك متى نرد.",
	lead: "اكتب إلينا في أي وقت. سنخبرك باليوم والساعة اللذين يرد عليك شخص قبلهما.",
	write: "اكتب إلينا",
	offline: "أنت غير متصل بالإنترنت. تابع الكتابة: كلماتك محفوظة هنا. اضغط «إرسال الرسالة» وسنرسلها عندما يعود الاتصال، ما دامت هذه الصفحة مفتوحة.",
	/** Of a field that people do not see. */
	leaveEmpty: "اترك هذا الحقل فارغًا",
	knownProblem: "هل هي إحدى هذه المشكلات المعروفة؟",
	otherProblem: "لا، شيء آخر",
	onIt: "نعمل على حلها.",
	follow: "متابعة المشكلة",
	optional: "اختياري",
	subject: "ما موضوع رسالتك؟",
	happened: "ماذا حدث؟",
	happenedHelp: "ماذا فعلت، وماذا توقعت، وماذا رأيت؟ هل ظهر رمز خطأ؟",
	seeAnswers: "عرض الإجابات",
	topic: "الموضوع",
	choose: "يُرجى الاختيار",
	tried: "ماذا جرّبت؟",
	files: "صور أو ملفات",
	filesHelp: "اختياري. عدد الملفات {files} على الأكثر، وحجم كل ملف {megabytes} ميغابايت على الأكثر: صور أو PDF أو نص أو Word أو Excel أو ZIP أو MP4.",
	dropHint: "أو أفلِتها هنا، أو الصق لقطة شاشة أثناء الكتابة.",
	name: "اسمك",
	email: "البريد الإلكتروني",
	company: "الشركة",
	product: "الجزء المعني من المنتج",
	environment: "المتصفح أو التطبيق أو الإصدار",
	/** The three questions from whose answers the priority follows, and the answers. */
	severity: {
		affected: { legend: "من المتأثر؟", one: "أنا فقط", several: "عدة أشخاص", everyone: "جميع من في مؤسستنا" },
		impairment: {
			legend: "ما مدى الضرر؟",
			question: "لديّ سؤال أو اقتراح",
			minor: "الأمر مزعج، لكن يمكنني العمل",
			major: "شيء مهم لا يعمل كما ينبغي",
			blocked: "لا يمكنني المتابعة إطلاقًا",
		},
		risk: {
			legend: "هل هناك بيانات أو أموال في خطر؟",
			none: "لا",
			"at-risk": "نعم، إذا استمر الأمر",
			lost: "نعم، فُقدت بيانات بالفعل أو اطّلع عليها غرباء",
		},
	},
	/** What a priority is, and what it means. */
	priority: "{priority} · {meaning}.",
	within: "يرد عليك شخص خلال {length}.",
	withinHours: "يرد عليك شخص خلال {length} من ساعات عملنا.",
	/** With a link: {community}. */
	othersKnow: "قد يعرف مستخدمون آخرون الإجابة: {community}. يمكنك مع ذلك إرسال رسالتك إلينا.",
	/** With a link: {chat}. */
	chatStaffed: "يوجد شخص متاح الآن: {chat}.",
	chatAlways: "يمكنك أيضًا التحدث إلينا فورًا: {chat}.",
	whyAsked: "تحدد إجاباتك مدى سرعة الرد عليك.",
	promises: "ما نعدك به",
	/** With a link: {hotline}. */
	emergencyHotline: "هذه حالة طارئة. يُرجى الاتصال بنا أيضًا، ليلًا أو نهارًا: {hotline}",
	emergency: "هذه حالة طارئة. يُرجى الاتصال بنا أيضًا، ليلًا أو نهارًا.",
	trail: "ما نرسله مع رسالتك، حتى لا تحتاج إلى الشرح مرتين",
	sendTrail: "إرسال هذا مع الرسالة",
	send: "إرسال الرسالة",
	draft: "يحتفظ هذا المتصفح بكلماتك حتى ترسلها، مدة 30 يومًا على الأكثر.",
	discard: "حذفها",
	otherWays: "طرق أخرى",
	/** With a link: {chat}. */
	chatOpen: "محادثة مباشرة، متاحة الآن: {chat}",
	/** With a link: {email}. */
	byEmail: "البريد الإلكتروني: {email}",
	/** With a link: {hotline}. */
	hotline: "هل توقفت الخدمة عند الجميع؟ خط الطوارئ، ليلًا ونهارًا: {hotline}",
	criticalOnly: "للمشكلات الحرجة فقط",
	/** With a link: {community}. */
	howTo: "كيف أفعل ذلك؟ {community}",
	/** With a link: {status}. */
	isItDown: "هل توقفت الخدمة عند غيرك؟ {status}",
	systemStatus: "حالة الخدمة",
	hours: "ساعات العمل وما نعدك به",
	yourMessages: "رسائلك",
	yourMessagesText: "يحتفظ هذا المتصفح بروابطها مدة 30 يومًا.",
};
