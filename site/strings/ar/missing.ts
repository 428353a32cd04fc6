import type { missing as english } from "../en/missing.ts";
import type { Translated } from "../message.ts";

/** The page for an address that leads nowhere. */
export const missing: Translated<typeof english> = {
	title: "الصفحة غير موجودة",
	heading: "لا توجد صفحة في هذا العنوان.",
	lead: "ربما نُقلت الصفحة. ابحث عما تحتاج إليه:",
};
