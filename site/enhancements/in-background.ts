/** Notes the page view, has the page kept for offline, and fetches the typeface for the next page. */
import "./page-view.ts";
import "./keep-page.ts";
import "./typeface.ts";
