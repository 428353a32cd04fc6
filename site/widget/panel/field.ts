import { make } from "../dom.ts";

/** A field with its label, what helps to fill it in, and what is wrong with it. */
export interface Field {
	name: string;
	element: HTMLElement;
	control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
	/** Says what is wrong; empty: nothing. */
	complain: (words: string) => void;
}

/** Joins a control to its label, help and complaint. */
export function fieldOf(name: string, label: string, control: Field["control"], help?: string): Field {
	control.id = `field-${name}`;
	control.name = name;
	const hint = make("p", { class: "muted", id: `${control.id}-help` }, help ?? "");
	const wrong = make("p", { class: "wrong", id: `${control.id}-wrong`, hidden: true });
	hint.hidden = help === undefined;
	const described = () => [...(help === undefined ? [] : [hint.id]), ...(wrong.hidden ? [] : [wrong.id])].join(" ");
	if (described()) control.setAttribute("aria-describedby", described());
	return {
		name,
		control,
		element: make("div", { class: "field" }, make("label", { for: control.id }, label), hint, control, wrong),
		complain(words) {
			// It stands alone here, and begins like a sentence.
			wrong.textContent = words.charAt(0).toLocaleUpperCase() + words.slice(1);
			wrong.hidden = words === "";
			control.ariaInvalid = words === "" ? null : "true";
			if (described()) control.setAttribute("aria-describedby", described());
			else control.removeAttribute("aria-describedby");
		},
	};
}
