import type { page as english } from "../en/page.ts";
import type { Translated } from "../message.ts";

/** Around every page. */
export const page: Translated<typeof english> = {
	skip: "الانتقال إلى المحتوى",
	main: "القائمة الرئيسية",
	home: "الصفحة الرئيسية",
	breadcrumb: "أنت هنا",
	contact: "تواصل معنا",
	contactSupport: "التواصل مع الدعم",
	topics: "الموضوعات",
	allTopics: "كل الموضوعات",
	help: "المساعدة",
	promises: "ما نعدك به",
	theme: "التبديل بين الفاتح والداكن",
	languages: "اللغات",
	incident: "مشكلة معروفة: {title}",
	incidentSince: "منذ {moment}",
	incidentFollow: "متابعة المشكلة",
	incidentStatus: {
		investigating: "نبحث عن السبب.",
		identified: "عرفنا السبب ونعمل على إصلاحه.",
		monitoring: "نفّذنا الإصلاح ونراقب النتيجة.",
		resolved: "",
	},
	feed: "الجديد في المنصة",
	changes: "المقالات الجديدة والمعدّلة",
	draft: "مسودة",
	/** One and two are words of their own, without the number. */
	articles: { zero: "لا مقالات", one: "مقالة واحدة", two: "مقالتان", few: "{count} مقالات", many: "{count} مقالة", other: "{count} مقالة" },
};
