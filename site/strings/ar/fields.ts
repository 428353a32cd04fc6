import type { fields as english } from "../en/fields.ts";
import type { Translated } from "../message.ts";

/** What is wrong with a field of a form: a reason without full stop, which may follow the field's name. */
export const fields: Translated<typeof english> = {
	subject: "يُرجى ذكر الموضوع ببضع كلمات",
	description: "يُرجى إخبارنا بما حدث",
	shortDescription: "يُرجى كتابة المزيد من التفاصيل حتى نتمكن من مساعدتك",
	category: "يُرجى اختيار موضوع",
	name: "يُرجى كتابة اسمك",
	email: "يُرجى كتابة عنوان بريد إلكتروني يمكننا الرد عليه",
	note: "يُرجى كتابة ملاحظة",
	score: "يُرجى اختيار رقم من 1 إلى 5",
	oneLine: "يُرجى كتابة سطر واحد فقط",
	controlCharacters: "يُرجى إزالة رموز التحكم من النص",
	/** One and two are words of their own, without the number. */
	tooLong: {
		zero: "يُرجى عدم كتابة أي حرف",
		one: "يُرجى كتابة حرف واحد على الأكثر",
		two: "يُرجى كتابة حرفين على الأكثر",
		few: "يُرجى كتابة {count} أحرف على الأكثر",
		many: "يُرجى كتابة {count} حرفًا على الأكثر",
		other: "يُرجى كتابة {count} حرف على الأكثر",
	},
	tooManyFiles: "تقبل الرسالة خمسة ملفات",
	fileName: "يُرجى تسمية الملف",
	emptyFile: "الملف فارغ",
	brokenFile: "لم يصل الملف كاملًا: يُرجى إضافته مرة أخرى",
	lostFile: "لم يعد أحد الملفات موجودًا: يُرجى إضافته مرة أخرى",
};
