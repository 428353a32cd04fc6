import { recordEvent } from "#site/api-client.ts";
import { remember } from "#site/browser/visit.ts";

/** Notes that this page was shown, and which article it was. Pages that are not for customers say that they do not count. */
const { article, uncounted } = document.body.dataset;
if (uncounted === undefined) recordEvent({ type: "page_viewed", path: location.pathname.slice(0, 300), ...(article && { article }) });
if (article) remember({ kind: "article", article, title: document.querySelector("h1")?.textContent.trim().slice(0, 200) ?? article });
