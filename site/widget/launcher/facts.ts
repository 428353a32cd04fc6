import type { LauncherLanguage } from "../config.ts";

/** Set by the build. */
declare const __WIDGET__: { languages: Record<string, LauncherLanguage>; first: string; accent: string };

/** What is known before anything is loaded. */
export const facts = __WIDGET__;
