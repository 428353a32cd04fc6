import { retire } from "./retire.ts";
import { serve } from "./serve.ts";

// The service worker at /sw.js. The same address must answer where the centre keeps no pages: only so browsers learn of it.
if (__OFFLINE__) serve();
else retire();
