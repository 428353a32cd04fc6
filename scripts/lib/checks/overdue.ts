import { reviewDue } from "#site/lib/dates.ts";
import type { Article } from "./model.ts";

/** A review that should have happened. */
export interface OverdueReview {
	title: string;
	/** Path as a person would type it. */
	file: string;
	/** The day it was due (`YYYY-MM-DD`). */
	due: string;
	lastReviewed: string;
}

/** The articles whose review is overdue, the longest first; archived ones need none. Pure. */
export function overdueReviews(articles: Article[], today: string): OverdueReview[] {
	return articles
		.flatMap(({ file, frontMatter: { data } }) => {
			if (!data || data.archived) return [];
			const { title, lastReviewed } = data;
			const due = reviewDue(lastReviewed, data.reviewEvery);
			return due < today ? [{ title, file, due, lastReviewed }] : [];
		})
		.sort((a, b) => a.due.localeCompare(b.due) || a.file.localeCompare(b.file));
}
