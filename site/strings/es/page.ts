import type { page as english } from "../en/page.ts";
import type { Translated } from "../message.ts";

/** Around every page. */
export const page: Translated<typeof english> = {
	skip: "Ir al contenido",
	main: "Menú principal",
	home: "Inicio",
	breadcrumb: "Usted está aquí",
	contact: "Contacto",
	contactSupport: "Escribir a soporte",
	topics: "Temas",
	allTopics: "Todos los temas",
	help: "Ayuda",
	promises: "Lo que prometemos",
	theme: "Cambiar entre claro y oscuro",
	languages: "Idiomas",
	incident: "Problema conocido: {title}",
	incidentSince: "Desde el {moment}",
	incidentFollow: "Ver cómo avanza",
	incidentStatus: {
		investigating: "Estamos buscando la causa.",
		identified: "Conocemos la causa y la estamos corrigiendo.",
		monitoring: "La corrección ya está aplicada; la estamos vigilando.",
		resolved: "",
	},
	feed: "Novedades",
	changes: "Artículos nuevos y modificados",
	draft: "Borrador",
	articles: { one: "{count} artículo", many: "{count} de artículos", other: "{count} artículos" },
};
