import { spoken as english } from "./en/spoken.ts";
import type { Translated } from "./message.ts";

/** The messages that the Worker says, in one language. */
export type SpokenStrings = Translated<typeof english>;

/**
 * What is said where no language is known, and to the people who run the centre. The Worker carries English alone; the other languages of a
 * centre come from its site (`spoken-catalogue.ts`).
 */
export const englishSpoken: SpokenStrings = english;
