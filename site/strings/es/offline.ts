import type { offline as english } from "../en/offline.ts";
import type { Translated } from "../message.ts";

/** Reading without a connection. */
export const offline: Translated<typeof english> = {
	kept: "Así era la página el {moment}.",
	slow: "La conexión es lenta.",
	again: "Intentarlo de nuevo",
	changed: "Vuelve a haber conexión y esta página ha cambiado.",
	show: "Mostrarla como es ahora",
	title: "Sin conexión",
	heading: "No hay conexión.",
	lead: "Esta página no está entre las que ha leído en este dispositivo. Cuando vuelva la conexión, inténtelo de nuevo.",
	read: "Páginas que ha leído",
	draft: "¿Nos estaba escribiendo? Su texto se guarda en este navegador y volverá a estar en el formulario de contacto cuando haya conexión.",
	privacy:
		"Para que pueda leer sin conexión, su navegador guarda las últimas {count} páginas que ha leído y lo que necesita para mostrarlas y buscar en ellas. Nosotros no sabemos cuáles son. Para eliminarlas, borre los datos de este sitio en los ajustes de su navegador.",
};
