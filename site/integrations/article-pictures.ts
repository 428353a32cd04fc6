import { preparedPictures } from "#site/lib/articles/prepared-articles.ts";

const name = "virtual:article-pictures";

/** Hands pages the pictures of the articles that are not modules: a map from path to what an import of the file gives. */
export function articlePicturesPlugin() {
	return {
		name: "tier-zero-article-pictures",
		resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
		load(id: string): string | undefined {
			if (id !== `\0${name}`) return undefined;
			const paths = preparedPictures().map((path) => JSON.stringify(path));
			const imports = paths.map((path, index) => `import picture${index} from ${path};`);
			return `${imports.join("\n")}\nexport const pictures = new Map([${paths.map((path, index) => `[${path}, picture${index}]`).join(", ")}]);`;
		},
	};
}
