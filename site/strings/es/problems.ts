import type { problems as english } from "../en/problems.ts";
import type { Translated } from "../message.ts";

/** Refusals: what happened, and what can be done. */
export const problems: Translated<typeof english> = {
	toHelpCentre: "Ir a la ayuda",
	fileTooLarge: "Un archivo puede tener como máximo 10 MB.",
	formTooLarge: "Un mensaje admite cinco archivos de 10 MB como máximo cada uno. Vuelva atrás, por favor: lo que escribió debería seguir ahí.",
	/** By the name of the problem (`worker/contract/problem.ts`). */
	table: {
		"bad-json": { title: "El cuerpo no es JSON válido.", remedy: "Envíe un documento JSON en UTF-8." },
		"broken-form": {
			title: "Su formulario no llegó entero.",
			remedy: "Vuelva atrás, por favor: lo que escribió debería seguir ahí. Después envíelo una vez más.",
		},
		"form-too-large": {
			title: "Su mensaje es demasiado grande.",
			remedy: "Vuelva atrás, por favor: lo que escribió debería seguir ahí. Después envíe menos texto o archivos más pequeños.",
		},
		invalid: { title: "Algo de lo enviado no encaja.", remedy: "Vea `errors` para cada campo." },
		"wrong-media-type": {
			title: "Aquí no se acepta este tipo de contenido.",
			remedy: "Envíe `application/json` o, donde la página lo tenga, un formulario HTML sencillo.",
		},
		"too-large": { title: "El cuerpo es demasiado grande.", remedy: "Envíe menos de una vez." },
		"cross-site": { title: "Esto solo se acepta desde las páginas de este sitio.", remedy: "Abra la página misma e inténtelo de nuevo." },
		"unknown-article": { title: "No existe ese artículo.", remedy: "Use el identificador de un artículo de este sitio." },
		"article-changed": { title: "Este artículo ha cambiado desde que abrió la página.", remedy: "Vuelva a cargar la página y vote de nuevo." },
		"unknown-ticket": { title: "No hay ningún mensaje en esta dirección.", remedy: "Use el enlace completo de su confirmación." },
		"key-reused": {
			title: "Este formulario ya se envió con otras palabras.",
			remedy: "Abra de nuevo la página de contacto para enviar un mensaje nuevo.",
		},
		"too-quick": {
			title: "Parecía un envío automático y no se envió.",
			remedy: "Envíe el formulario una vez más, por favor.",
		},
		"not-a-person": {
			title: "No pudimos comprobar que escribe una persona. Su mensaje no se envió.",
			remedy: "Envíe el formulario una vez más, por favor, o use el correo electrónico o el teléfono.",
		},
		"file-type": {
			title: "No se acepta este tipo de archivo.",
			remedy: "Envíe una imagen, un vídeo (MP4), un PDF, un texto, un archivo de Word o Excel, o un zip.",
		},
		"too-many-files": { title: "Un mensaje admite cinco archivos.", remedy: "Quite uno primero, o ponga varios en un zip." },
		"unknown-file": {
			title: "No hay ningún archivo en esta dirección.",
			remedy: "Use el enlace completo, y uno más reciente si este ha caducado.",
		},
		"length-required": { title: "Falta la longitud del archivo.", remedy: "Envíe el archivo con su `Content-Length`." },
		"file-cap": {
			title: "Demasiados archivos en un día. Este no se guardó.",
			remedy: "Envíe su mensaje sin él, o use el correo electrónico.",
		},
		"note-cap": {
			title: "Demasiadas notas en poco tiempo. Esta no se guardó.",
			remedy: "Espere un poco, o use el correo electrónico o el teléfono.",
		},
		"vote-cap": {
			title: "Su voto no se ha contado: se alcanzó el límite de hoy para este artículo y esta red.",
			remedy: "Inténtelo de nuevo mañana.",
		},
		"ticket-cap": {
			title: "Demasiados mensajes en poco tiempo. Este no se envió.",
			remedy: "Espere un poco, o use el correo electrónico o el teléfono.",
		},
		"question-cap": { title: "Se alcanzó el límite de preguntas de hoy para esta red.", remedy: "Use la búsqueda o escríbanos." },
		"too-many-requests": {
			title: "Demasiadas solicitudes en poco tiempo. Esta no se contó.",
			remedy: "Espere un minuto e inténtelo de nuevo.",
		},
		forbidden: {
			title: "Esta página es para las personas que llevan este centro de ayuda.",
			remedy: "Inicie sesión a través de su organización, o use el enlace que muestra `npm start`.",
		},
		"needs-manager": {
			title: "Eso solo puede hacerlo quien gestiona este centro de ayuda.",
			remedy: "Su sesión permite leerlo todo, pero no cambiarlo. Pídaselo a quien lo gestiona.",
		},
		"sign-in-unavailable": {
			title: "Ahora no podemos comprobar quién es usted.",
			remedy: "No se ha cambiado nada. Inténtelo de nuevo en un minuto.",
		},
		unsigned: {
			title: "Este mensaje no lleva la firma de un sistema de soporte que pueda escribir aquí.",
			remedy: "Compruebe el secreto y el reloj del sistema.",
		},
		"method-not-allowed": { title: "Esta dirección no admite ese método.", remedy: "Vea la cabecera `Allow`." },
		"not-found": { title: "No hay nada en esta dirección.", remedy: "Compruebe la dirección." },
		failed: {
			title: "Algo ha fallado por nuestra parte.",
			remedy: "No podemos saber si se guardó. Puede enviarlo de nuevo sin problema.",
		},
		unavailable: {
			title: "El servicio no puede guardar nada en este momento.",
			remedy: "Inténtelo de nuevo en un minuto, o use el correo electrónico o el teléfono.",
		},
	},
};
