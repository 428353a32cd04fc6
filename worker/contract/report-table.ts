/** What a cell holds; pages, CSV and digests each write it in their way. */
export type Cell = string | number | null;

/** One column of a table. */
export interface Column {
	/** Key in JSON and head of the CSV column. Example: `searches` */
	key: string;
	/** Head on the page. Example: `Searches` */
	label: string;
	/** How its values are written. Default: as they are. `rate` is from 0 to 1; an `id` is for commands, and stands back. */
	unit?: "count" | "rate" | "seconds" | "day" | "points" | "money" | "id";
	/** How it is counted, in a sentence; shown on hover and focus. */
	definition?: string;
}

/** One row. */
export interface Row {
	/** Name of the row in addresses of its page, unique there. Example: `gap-5f0c2a` */
	id?: string;
	/** A value for each column's key. */
	cells: Record<string, Cell>;
	/** Where the first cell leads. Example: `/reporting/export/` */
	href?: string;
	/** More about it, under the first cell, a line each. Example: other spellings. */
	more?: string[];
	/** What to do about it, in a sentence. */
	action?: string;
	/** Where to do it. */
	actionHref?: string;
	/** What its buttons are said to be about. Default: the first cell */
	name?: string;
	/** What can be done at once: a form each, sent to a path of `/manage`. */
	buttons?: { label: string; path: string; fields: Record<string, string> }[];
}

/** A list of a report: on the page, in JSON, as CSV and in digests. */
export interface ReportTable {
	/** Name in addresses. Example: `gaps` */
	id: string;
	/** Heading. Example: `Searches to act on` */
	caption: string;
	/** What is listed, and what is left out, in a sentence or two. */
	definition: string;
	columns: Column[];
	rows: Row[];
	/** What is said where there are no rows. */
	empty: string;
	/** Rows there are, where the table holds only the first. */
	total?: number;
	/** What it is worked out from, to be put in anew. */
	form?: TableForm;
}

/** Inputs of a table: a form that leads to the same page with other values in its address. */
export interface TableForm {
	/** Path of the page. Example: `/manage/contact` */
	path: string;
	/** Example: `Work it out with other inputs` */
	legend: string;
	/** Kept as they are: the filter. */
	hidden: Record<string, string>;
	fields: {
		name: string;
		label: string;
		/** What was put in; null: nothing. */
		value: number | null;
		/** What counts where nothing is put in; null where it is not known. */
		otherwise: number | null;
		min: number;
		max: number;
		step: number;
	}[];
}

/** One line of a chart: a value a day, null where there is no figure. */
export interface Series {
	/** Example: `Zero-result searches` */
	label: string;
	unit: "count" | "rate" | "seconds";
	points: { day: string; value: number | null; n?: number }[];
	/** Where it should be; drawn as a line. */
	target?: number;
}
