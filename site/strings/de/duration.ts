import type { duration as english } from "../en/duration.ts";
import type { Translated } from "../message.ts";

/** Lengths of time, as they stand after “innerhalb von”. */
export const duration: Translated<typeof english> = {
	hours: { one: "{count} Stunde", other: "{count} Stunden" },
	minutes: { one: "{count} Minute", other: "{count} Minuten" },
	/** Both of them. Example: `1 Stunde 30 Minuten` */
	both: "{hours} {minutes}",
	/** Short enough for a table; never two lines. */
	hoursShort: "{count}\u00a0Std.",
	minutesShort: "{count}\u00a0Min.",
};
