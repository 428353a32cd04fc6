import type { category as english } from "../en/category.ts";
import type { Translated } from "../message.ts";

/** Pages of topics. */
export const category: Translated<typeof english> = {
	feed: "المتابعة عبر موجز RSS",
	/** With links: {search} and {contact}. */
	ask: "لم تجد ما تبحث عنه؟ {search} أو {contact}.",
	searchAll: "ابحث في كل المقالات",
	contact: "تواصل مع الدعم",
};
