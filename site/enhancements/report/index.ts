import { walkCharts } from "./charts.ts";
import { showDefinitions } from "./definitions.ts";
import { offerStaffControl } from "./staff.ts";

/** What the manager's pages can do besides: walk along a chart, show definitions at once, and leave one's own reading out. */
walkCharts(document);
showDefinitions(document);
offerStaffControl(document);
