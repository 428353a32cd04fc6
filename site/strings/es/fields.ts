import type { fields as english } from "../en/fields.ts";
import type { Translated } from "../message.ts";

/** What is wrong with a field of a form: a reason without capital or full stop, which may follow the field's name. */
export const fields: Translated<typeof english> = {
	subject: "diga en pocas palabras de qué se trata, por favor",
	description: "cuéntenos qué ha pasado, por favor",
	shortDescription: "cuéntenos un poco más, por favor, para que podamos ayudarle",
	category: "elija un tema, por favor",
	name: "díganos su nombre, por favor",
	email: "indique un correo electrónico al que podamos responder, por favor",
	note: "escriba una nota, por favor",
	score: "elija un número del 1 al 5, por favor",
	oneLine: "escriba una sola línea, por favor",
	controlCharacters: "quite los caracteres de control del texto, por favor",
	tooLong: {
		one: "escriba como máximo {count} carácter, por favor",
		many: "escriba como máximo {count} de caracteres, por favor",
		other: "escriba como máximo {count} caracteres, por favor",
	},
	tooManyFiles: "un mensaje admite cinco archivos",
	fileName: "dé un nombre al archivo, por favor",
	emptyFile: "el archivo está vacío",
	brokenFile: "el archivo no llegó entero: añádalo de nuevo, por favor",
	lostFile: "un archivo ya no está aquí: añádalo de nuevo, por favor",
};
