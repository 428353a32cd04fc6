import type { missing as english } from "../en/missing.ts";
import type { Translated } from "../message.ts";

/** The page for an address that leads nowhere. */
export const missing: Translated<typeof english> = {
	title: "Página no encontrada",
	heading: "No hay ninguna página en esta dirección.",
	lead: "Puede que haya cambiado de sitio. Busque lo que necesita:",
};
