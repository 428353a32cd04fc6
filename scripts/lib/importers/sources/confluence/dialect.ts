import type { Root } from "hast";
import type { Conversion, Dialect } from "../../source.ts";
import { showBoxes } from "./macros/boxes.ts";
import { showCode } from "./macros/code.ts";
import { nameOwnFiles, showFiles } from "./macros/files.ts";
import { leaveOut } from "./macros/left-out.ts";
import { hidePeople } from "./macros/people.ts";
import { showPictures } from "./macros/pictures.ts";
import type { Targets } from "./find-targets.ts";
import { showSmallThings } from "./macros/small-things.ts";
import { noteUnknown } from "./macros/unknown.ts";
import { takeContent } from "./take-content.ts";

const steps: ((tree: Root, conversion: Conversion) => void)[] = [
	takeContent,
	leaveOut,
	hidePeople,
	noteUnknown,
	showCode,
	showBoxes,
	showFiles,
	showPictures,
	showSmallThings,
];

/** The HTML that Confluence's exports are made of. */
export function createDialect(targets: Targets): Dialect {
	return {
		html(tree, conversion) {
			for (const step of steps) step(tree, conversion);
			nameOwnFiles(tree, (url) => targets.file(url, conversion.article) !== undefined);
		},
	};
}
