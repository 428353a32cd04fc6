import type { accessibility as english } from "../en/accessibility.ts";
import type { Translated } from "../message.ts";

/** The page that says how accessible the centre is. */
export const accessibility: Translated<typeof english> = {
	title: "Accesibilidad",
	description: "Qué norma busca cumplir este centro de ayuda, cómo se comprueba, qué falta todavía y cómo avisarnos de una barrera.",
	heading: "Accesibilidad de este centro de ayuda",
	lead: "Cualquier persona debería encontrar aquí una respuesta, o a alguien que la dé: con teclado, lector de pantalla, letra grande o un teléfono pequeño.",
	aim: "Qué buscamos cumplir",
	aimText: "Buscamos cumplir las {standard}, nivel AA. Esta declaración se basa en las pruebas de abajo, no en un certificado.",
	standard: "Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2",
	helps: {
		keyboard: "Todo funciona solo con el teclado, y siempre se ve en qué punto está.",
		screen: "Las páginas caben en una pantalla de 320 píxeles, y el texto se puede ampliar al 200 %.",
		design: "Hay un diseño claro y uno oscuro; se respetan los colores propios del sistema y la reducción de movimiento.",
		scripts: "Leer, buscar, valorar y escribirnos funciona sin scripts.",
	},
	tested: "Cómo se comprueba",
	testedText: "El software de este centro de ayuda se prueba en un centro de ejemplo:",
	tests: {
		rules: "Con reglas automáticas (axe-core): cada tipo de página, en claro y en oscuro, en pantalla estrecha y ancha.",
		keyboard: "Solo con el teclado: encontrar una respuesta, valorarla y escribir a soporte. Cada paso tiene que verse.",
		pictures:
			"Con imágenes que se miran y se comparan: cuatro anchos, los dos sentidos de escritura, zoom al 200 %, más espacio en el texto, colores forzados e impresión.",
	},
	articles: "También se comprueba cada artículo: las imágenes necesitan una descripción y los títulos tienen que seguir un orden.",
	reviewed: "Este centro de ayuda se revisó por última vez el {day}.",
	limits: "Qué falta todavía",
	known: {
		automatic: "Las pruebas automáticas solo encuentran una parte de las barreras. Se hacen en un navegador (Chromium), y ninguna usa un lector de pantalla.",
		films: "Los vídeos vienen de otros servicios. Su reproductor y sus subtítulos no son nuestros.",
		files: "Los archivos para descargar pueden tener barreras. Puede pedirnos su contenido en otra forma.",
	},
	untranslated: "Lo que aún no está traducido se muestra en su idioma original, con un aviso.",
	tell: "Avisarnos de una barrera",
	tellText: "Cuéntenos qué quería hacer, en qué página y con qué (navegador, lector de pantalla…). También le ayudamos con la respuesta misma.",
	email: "Correo electrónico: {address}",
	phone: "{label}: {number}",
};
