import type { mail as english } from "../en/mail.ts";
import type { Translated } from "../message.ts";

/** The mail that says that a message is here. */
export const mail: Translated<typeof english> = {
	subject: "وصلتنا رسالتك ({reference})",
	received: "وصلتنا رسالتك. رقمها المرجعي {reference}.",
	promised: "سيرد عليك أحد أفراد فريقنا في موعد أقصاه {moment}.",
	/** A link follows. */
	follow: "من هنا يمكنك متابعة حالتها أو الإضافة إليها أو إغلاقها:",
	/** A link follows. */
	same: "كتبت إلينا الشيء نفسه خلال اليوم الماضي. تلك الرسالة هنا؛ وإذا لم يكن هناك جديد، فيمكنك إغلاق إحداهما:",
	/** A list follows. */
	articles: "قد تفيدك هذه المقالات في هذه الأثناء:",
	notYou: "إذا لم تكن قد كتبت إلينا، فقد أعطى شخص ما عنوانك بالخطأ. لا يلزمك فعل أي شيء.",
};
