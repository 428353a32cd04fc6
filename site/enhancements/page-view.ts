import { recordEvent } from "#site/api-client.ts";
import { remember } from "#site/browser/visit.ts";
import { whenShown } from "#site/browser/when-shown.ts";

/**
 * Notes that this page was shown, and which article it was. Pages that are not for customers say that they do not count; a copy that is
 * shown without a connection is not counted, now or later.
 */
function notePage(): void {
	const { article, uncounted } = document.body.dataset;
	const copy = document.querySelector("[data-kept-bar]:not([hidden])");
	if (uncounted === undefined && !copy) recordEvent({ type: "page_viewed", path: location.pathname.slice(0, 300), ...(article && { article }) });
	if (article) remember({ kind: "article", article, title: document.querySelector("h1")?.textContent.trim().slice(0, 200) ?? article });
}

whenShown(notePage);
