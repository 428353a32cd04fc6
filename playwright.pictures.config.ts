import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config.ts";

/** Looks at every kind of page; part of `npm run test:all`. The pictures are left in `.tier-zero/pictures` for a person to see. */
export default defineConfig({ ...journeys, testDir: "tests/pictures", projects: [{ name: "pictures" }] });
