/** Minutes by which a zone is ahead of UTC at a moment. Example: 330 for `Asia/Kolkata` */
export function zoneOffset(at: number, timeZone: string): number {
	const name = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
	const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
	return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A wall-clock time of one zone in another, with how many days it is off. */
interface MovedTime {
	/** `HH:MM` */
	time: string;
	/** -1 the day before, 1 the day after. */
	days: number;
}

/** A wall-clock time moved from one zone to another, as their clocks stand at a moment. @param time `HH:MM` */
export function moveTime(time: string, zones: { from: string; to: string }, at: number): MovedTime {
	const [hours = 0, minutes = 0] = time.split(":").map(Number);
	const moved = hours * 60 + minutes + zoneOffset(at, zones.to) - zoneOffset(at, zones.from);
	const inDay = ((moved % 1440) + 1440) % 1440;
	const two = (value: number) => String(value).padStart(2, "0");
	return { time: `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`, days: Math.floor(moved / 1440) };
}
