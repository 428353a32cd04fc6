/** A line of the import's report. */
export interface Note {
	/**
	 * `changed`: it came along in another form. `person`: somebody has to look. `quarantined`: it did not come along; the
	 * original lies in the quarantine.
	 */
	kind: "changed" | "person" | "quarantined";
	/** File in the source. */
	file: string;
	line: number;
	/** Example: `the tab group has no counterpart; its parts stand one below the other` */
	what: string;
}
