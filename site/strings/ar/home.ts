import type { home as english } from "../en/home.ts";
import type { Translated } from "../message.ts";

/** The home page. */
export const home: Translated<typeof english> = {
	example: "على سبيل المثال:",
	browse: "التصفح حسب الموضوع",
	mostRead: "الأكثر قراءة",
	startHere: "ابدأ من هنا",
	oftenNeeded: "الأكثر طلبًا",
	person: "هل تفضّل التحدث إلى شخص؟",
	personText: "اكتب إلينا في أي وقت. سنخبرك متى نرد: باليوم والساعة، لا «قريبًا» فحسب.",
	whatIsNew: "الجديد: {title}",
};
