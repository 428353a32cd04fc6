import { accessibility } from "./accessibility.ts";
import { article } from "./article.ts";
import { ask } from "./ask.ts";
import { category } from "./category.ts";
import { contactHelp } from "./contact-help.ts";
import { home } from "./home.ts";
import { missing } from "./missing.ts";
import { offline } from "./offline.ts";
import { policy } from "./policy.ts";
import { privacy } from "./privacy.ts";
import { spoken } from "./spoken.ts";
import { troubleshooter } from "./troubleshooter.ts";
import { widget } from "./widget.ts";

/** Every message, in Arabic. */
export const ar = {
	...spoken,
	accessibility,
	article,
	ask,
	category,
	contactHelp,
	home,
	missing,
	offline,
	policy,
	privacy,
	troubleshooter,
	widget,
};
