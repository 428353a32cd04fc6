import "astro";

declare module "astro" {
	interface AstroClientDirectives {
		/** Loads an island when it is touched, focused or pointed at; see `integrations/load-on-use.ts`. */
		"client:use"?: boolean;
	}
}
