// eslint-disable-next-line import-x/no-extraneous-dependencies -- Astro brings it along; a second version of its own would be 30 MB.
export { default as sharp } from "sharp";
