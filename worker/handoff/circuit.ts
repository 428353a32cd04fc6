/** Failures in a row after which a destination is left in peace for a while. */
export const failuresToOpen = 5;

/** How long its circuit stays open at first; each probe that fails doubles it. In milliseconds. */
export const firstOpenMs = 30_000;

/** Longest time between two probes. In milliseconds. */
export const longestOpenMs = 10 * 60_000;
