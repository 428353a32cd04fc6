/** Votes below which nothing is said of an article, or of one of its revisions. */
export const votesNeeded = 5;
export const votesNeededInWords = "five votes";
