/** Lengths of time. */
export const duration = {
	hours: { one: "{count} hour", other: "{count} hours" },
	minutes: { one: "{count} minute", other: "{count} minutes" },
	/** Both of them. Example: `1 hour 30 minutes` */
	both: "{hours} {minutes}",
	/** Short enough for a table. */
	hoursShort: "{count} h",
	minutesShort: "{count} min",
};
