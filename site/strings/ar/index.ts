import { article } from "./article.ts";
import { category } from "./category.ts";
import { feedback } from "./feedback.ts";
import { home } from "./home.ts";
import { missing } from "./missing.ts";
import { offline } from "./offline.ts";
import { page } from "./page.ts";
import { search } from "./search.ts";
import { troubleshooter } from "./troubleshooter.ts";

/** Every message, in Arabic. */
export const ar = { article, category, feedback, home, missing, offline, page, search, troubleshooter };
