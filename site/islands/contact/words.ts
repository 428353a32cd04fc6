import { createContext, use } from "react";
import type { Strings } from "#site/strings/catalogue.ts";
import type { Spoken } from "#site/strings/message.ts";

/** What the help says; its messages come with the page. */
interface Words extends Spoken<Strings["contactHelp"]> {
	/** Begins the addresses of the page's language. */
	base: string;
}

/** Hands the words to everything below. */
export const WordsContext = createContext<Words | null>(null);

/** @throws outside a `WordsContext` */
export function useWords(): Words {
	const words = use(WordsContext);
	if (!words) throw new Error("useWords needs a WordsContext above it");
	return words;
}
