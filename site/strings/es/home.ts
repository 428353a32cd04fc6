import type { home as english } from "../en/home.ts";
import type { Translated } from "../message.ts";

/** The home page. */
export const home: Translated<typeof english> = {
	example: "Por ejemplo:",
	browse: "Explorar por temas",
	mostRead: "Lo más leído",
	startHere: "Empiece aquí",
	oftenNeeded: "Lo que más se necesita",
	person: "¿Prefiere hablar con una persona?",
	personText: "Escríbanos cuando quiera. Le diremos cuándo responderemos: un día y una hora, no «pronto».",
	whatIsNew: "Novedades: {title}",
};
