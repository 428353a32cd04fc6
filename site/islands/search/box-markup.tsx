import { renderToString } from "react-dom/server";
import { SearchBox, type SearchBoxProps } from "./SearchBox.tsx";

const known = new Map<string, string>();

/** The search box as HTML, for `on-use-box.tsx` to bring to life. All pages of a language show the same one: it is rendered once. */
export function boxMarkup(props: SearchBoxProps): string {
	const key = JSON.stringify(props);
	const html = known.get(key) ?? renderToString(<SearchBox {...props} />);
	known.set(key, html);
	return html;
}
