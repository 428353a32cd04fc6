import { accessibility } from "./accessibility.ts";
import { article } from "./article.ts";
import { ask } from "./ask.ts";
import { category } from "./category.ts";
import { contactAnswers } from "./contact-answers.ts";
import { contactHelp } from "./contact-help.ts";
import { contactSend } from "./contact-send.ts";
import { contact } from "./contact.ts";
import { duration } from "./duration.ts";
import { feedback } from "./feedback.ts";
import { fields } from "./fields.ts";
import { home } from "./home.ts";
import { mail } from "./mail.ts";
import { missing } from "./missing.ts";
import { offline } from "./offline.ts";
import { page } from "./page.ts";
import { policy } from "./policy.ts";
import { privacy } from "./privacy.ts";
import { problems } from "./problems.ts";
import { search } from "./search.ts";
import { status } from "./status.ts";
import { troubleshooter } from "./troubleshooter.ts";
import { widget } from "./widget.ts";

/** Every message, in Arabic. */
export const ar = {
	accessibility,
	article,
	ask,
	category,
	contact,
	contactAnswers,
	contactHelp,
	contactSend,
	duration,
	feedback,
	fields,
	home,
	mail,
	missing,
	offline,
	page,
	policy,
	privacy,
	problems,
	search,
	status,
	troubleshooter,
	widget,
};
