import type { duration as english } from "../en/duration.ts";
import type { Translated } from "../message.ts";

/** Lengths of time, as they stand after «خلال». One and two are words of their own, without the number. */
export const duration: Translated<typeof english> = {
	hours: { zero: "{count} ساعة", one: "ساعة واحدة", two: "ساعتين", few: "{count} ساعات", many: "{count} ساعة", other: "{count} ساعة" },
	minutes: { zero: "{count} دقيقة", one: "دقيقة واحدة", two: "دقيقتين", few: "{count} دقائق", many: "{count} دقيقة", other: "{count} دقيقة" },
	/** Both of them. */
	both: "{hours} و{minutes}",
	/** Short enough for a table; never two lines. */
	hoursShort: "{count}\u00a0س",
	minutesShort: "{count}\u00a0د",
};
