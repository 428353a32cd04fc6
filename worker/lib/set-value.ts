/** Puts text into a field of a built page. The rewriter itself escapes quotes only, so that `&lt;` would come back as `<`. */
export function setValue(element: Element, text: string): void {
	element.setAttribute("value", text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
}
