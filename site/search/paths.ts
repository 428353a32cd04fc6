/** Addresses of the search index among the site's files. */
export const compactIndexPath = "/search-index/articles.json";
export const pagefindPath = "/pagefind/pagefind.js";
