import { assistant } from "./assistant.ts";
import { contactSend } from "./contact-send.ts";
import { contact } from "./contact.ts";
import { contactAnswers } from "./contact-answers.ts";
import { duration } from "./duration.ts";
import { feedback } from "./feedback.ts";
import { fields } from "./fields.ts";
import { mail } from "./mail.ts";
import { page } from "./page.ts";
import { problems } from "./problems.ts";
import { search } from "./search.ts";
import { status } from "./status.ts";

/** The messages that the Worker says, too, in English. */
export const spoken = { assistant, contact, contactAnswers, contactSend, duration, feedback, fields, mail, page, problems, search, status };
