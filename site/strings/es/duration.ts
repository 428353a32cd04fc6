import type { duration as english } from "../en/duration.ts";
import type { Translated } from "../message.ts";

/** Lengths of time. */
export const duration: Translated<typeof english> = {
	hours: { one: "{count} hora", many: "{count} de horas", other: "{count} horas" },
	minutes: { one: "{count} minuto", many: "{count} de minutos", other: "{count} minutos" },
	/** Both of them. Example: `1 hora y 30 minutos` */
	both: "{hours} y {minutes}",
	/** Short enough for a table; never two lines. */
	hoursShort: "{count}\u00a0h",
	minutesShort: "{count}\u00a0min",
};
