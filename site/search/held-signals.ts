import { words } from "./normalise.ts";

/** Which of the signals a text holds as whole words, in the order of the signals. Example: `app` is not in `happened`. */
export function heldSignals(text: string, signals: readonly string[]): string[] {
	const line = ` ${words(text).join(" ")} `;
	return signals.filter((signal) => {
		const wanted = words(signal).join(" ");
		return wanted !== "" && line.includes(` ${wanted} `);
	});
}
