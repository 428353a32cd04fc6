import type { category as english } from "../en/category.ts";
import type { Translated } from "../message.ts";

/** Pages of topics. */
export const category: Translated<typeof english> = {
	feed: "Suscribirse al canal (RSS)",
	/** With links: {search} and {contact}. */
	ask: "¿No es lo que busca? {search} o {contact}.",
	searchAll: "Busque en todos los artículos",
	contact: "escriba a soporte",
};
