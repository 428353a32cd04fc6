import type { article as english } from "../en/article.ts";
import type { Translated } from "../message.ts";

/** Around the text of an article. */
export const article: Translated<typeof english> = {
	forWhom: {
		contributor: "Para quienes introducen datos",
		reviewer: "Para quienes revisan datos",
		admin: "Para quienes administran",
		developer: "Para equipos de desarrollo",
		auditor: "Para quienes auditan",
	},
	plans: "Planes: {plans}",
	archived: "Este artículo está archivado.",
	archivedText: "Se conserva como consulta y puede que ya no sea correcto.",
	/** With a link: {article}. */
	successor: "Lo que vale ahora: {article}.",
	draft: "Borrador.",
	draftText: "Este artículo todavía no es público.",
	overdue: "Este artículo debía revisarse el {day}. Puede que algo haya cambiado.",
	/** Shown in the reader's language above an article of another one. */
	untranslated: "Este artículo todavía no está en {language}. Aquí lo tiene en {original}.",
	/** With a link: {original}. */
	outdated: "El original de esta traducción cambió el {day}: {what} {original}",
	readOriginal: "Leer en {language}",
	readFirst: "Lea primero",
	nextSteps: "Siguientes pasos",
	related: "Artículos relacionados",
	stillNeedHelp: "¿Necesita más ayuda?",
	stillText: "Escríbanos. Veremos lo que ha leído aquí, así no tiene que explicarlo dos veces.",
	updated: "Última actualización: {day}",
	reviewed: "Última revisión: {day}",
	edit: "Editar este artículo",
	onThisPage: "En esta página",
	table: "Tabla",
	close: "Cerrar",
	picture: "Imagen",
	video: "Vídeo",
	play: "Reproducir «{title}»",
	playLength: "Reproducir «{title}» ({length})",
	videoHost: "El vídeo viene de {host}, que sabrá que usted lo ve.",
	quickAnswer: "Respuesta rápida",
	beforeYouStart: "Antes de empezar",
	steps: "Paso a paso",
	troubleshooting: "Solución de problemas",
	cause: "Causa",
	solution: "Solución",
	ifThisFails: "Si esto no funciona",
	note: "Nota",
	tip: "Consejo",
	warning: "Atención",
};
