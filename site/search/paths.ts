/** Folder of the compact index, and its first file. */
export const indexFolder = "/search-index";
export const indexRootPath = `${indexFolder}/index.json`;
/** Pagefind, for the full text. */
export const pagefindPath = "/pagefind/pagefind.js";
