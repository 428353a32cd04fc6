import { hydrateRoot } from "react-dom/client";
import { SearchBox, type SearchBoxProps } from "./SearchBox.tsx";
import type { Topic } from "./SuggestionPanel.tsx";

/** The topics that every page lists at its foot. */
function topicsOfPage(): Topic[] {
	return [...document.querySelectorAll<HTMLAnchorElement>("[data-topics] a")].map((link) => ({ title: link.textContent, url: link.pathname }));
}

/** Brings the search box in an element to life. What stands in it was made of the same properties (`box-markup.tsx`), save for the topics. */
export function hydrateBox(place: HTMLElement, props: SearchBoxProps): void {
	hydrateRoot(place, <SearchBox {...props} topics={topicsOfPage()} />);
}
