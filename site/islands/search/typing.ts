import type { KeyboardEvent } from "react";

/** Whether a key belongs to an input method that still composes a word: its Enter takes the word, and sends nothing. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
	// Safari ends the composition before the key that ended it, and tells by this code only.
	// eslint-disable-next-line @typescript-eslint/no-deprecated
	return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
