import type { Rule } from "../model.ts";
import { warning } from "../report.ts";

/** template/stub: every published article holds an answer. */
export const stubs: Rule = ({ articles }) =>
	articles
		.filter(({ stub, draft, archived }) => stub && !draft && !archived)
		.map((article) =>
			warning("template/stub", article, article.frontMatter.locate(["stub"]), {
				what: "this article says only that its answer is still being written",
				why: "Readers find it by their own words, and then have to ask a person.",
				remedy: "Write the answer; the comment in the text holds the template and what readers typed. Then delete `stub: true`.",
			}),
		);
