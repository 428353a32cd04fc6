/**
 * What a page does that nobody waits for, once its words are painted: on a slow line a script that is fetched before takes their place.
 * A page that is ready in a tab nobody looks at does it when somebody does.
 */
requestAnimationFrame(() => setTimeout(() => void import("./in-background.ts")));
