/** Where the search of a language finds its files. @param base begins the addresses of the language: nothing for the centre's first one, else `/de` */
export function searchPaths(base: string) {
	const folder = `${base}/search-index`;
	return {
		/** Folder of the compact index. */
		folder,
		/** The index's first file. */
		root: `${folder}/index.json`,
		/** Pagefind, for the full text. */
		pagefind: `${base}/pagefind/pagefind.js`,
	};
}

/** The same for the centre's first language. */
export const { folder: indexFolder, root: indexRootPath, pagefind: pagefindPath } = searchPaths("");
