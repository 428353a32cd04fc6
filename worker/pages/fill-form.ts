import { html, raw } from "hono/html";
import type { FieldError } from "#contract/problem.ts";
import { richMessage } from "../lib/rich-message.ts";
import { setValue } from "../lib/set-value.ts";
import type { Words } from "../lib/speech.ts";

/** What the form shows. */
export interface FormState {
	/** Values by field name. */
	fields: Record<string, string | string[]>;
	errors?: FieldError[];
	/** The article the reader came from. */
	from?: { title: string; url: string } | undefined;
	/** Files that the form has already. */
	files?: { name: string }[];
}

/** Fills the built contact form: values where the customer left them, and what to mend above the form. */
export function fillForm({ fields, errors = [], from, files = [] }: FormState, { t }: Words): HTMLRewriter {
	const valueOf = (element: Element) => String(fields[element.getAttribute("name") ?? ""] ?? "");
	const wrong = new Set(errors.map(({ field }) => field));
	let selected = "";
	const rewriter = new HTMLRewriter()
		.on("[data-contact-form] input, [data-contact-form] textarea, [data-contact-form] select", { element: (element) => markField(element, wrong) })
		.on("[data-contact-form] input", { element: (element) => fillInput(element, valueOf(element)) })
		.on("[data-contact-form] textarea", { element: (element) => void (valueOf(element) && element.setInnerContent(valueOf(element))) })
		.on("[data-contact-form] select", { element: (element) => void (selected = valueOf(element)) })
		.on("[data-contact-form] option", {
			element: (element) => void (selected !== "" && element.getAttribute("value") === selected && element.setAttribute("selected", "")),
		});
	if (from) {
		const reading = richMessage(t.contactAnswers.from, { article: html`<a href="${from.url}">${from.title}</a>` });
		rewriter.on("[data-from-article]", { element: (element) => void element.removeAttribute("hidden").setInnerContent(String(reading), { html: true }) });
	}
	if (files.length > 0) {
		const items = files.map(({ name }) => html`<li><bdi>${name}</bdi></li>`);
		rewriter.on("[data-attached-files]", {
			element: (element) => void element.removeAttribute("hidden").setInnerContent(items.join(""), { html: true }),
		});
	}
	if (errors.length > 0) {
		const items = errors.map(({ field, message }) =>
			field.startsWith("(") ? html`<li>${message}</li>` : html`<li id="error-${field}"><a href="#field-${field}">${message}</a></li>`,
		);
		rewriter.on("[data-form-errors]", {
			element: (element) =>
				void element.removeAttribute("hidden").setInnerContent(
					String(
						html`<h2>${t.contactAnswers.notSent}</h2>
							<ul>
								${raw(items.join(""))}
							</ul>`,
					),
					{ html: true },
				),
		});
	}
	return rewriter;
}

/** Says at a field that it is to be mended, and where it says how. Choices have their group, not the single button. */
function markField(element: Element, wrong: ReadonlySet<string>): void {
	const type = element.getAttribute("type");
	const field = type === "file" ? "attachments" : (element.getAttribute("name") ?? "");
	if (type === "hidden" || type === "radio" || !wrong.has(field)) return;
	element.setAttribute("aria-invalid", "true");
	element.setAttribute("aria-describedby", [element.getAttribute("aria-describedby"), `error-${field}`].filter(Boolean).join(" "));
}

function fillInput(element: Element, value: string): void {
	const type = element.getAttribute("type");
	if (type === "radio" || type === "checkbox") {
		if (value === "") return;
		if (element.getAttribute("value") === value) element.setAttribute("checked", "");
		else element.removeAttribute("checked");
	} else if (value !== "") {
		setValue(element, value);
	}
}
