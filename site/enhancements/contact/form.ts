import { recordEvent } from "#site/api-client.ts";
import { contactVisit } from "#site/browser/contact-visit.ts";
import { offerDiscard } from "./discard.ts";
import { restoreDraft, saveWords } from "./draft.ts";
import { takeFiles } from "./file-input.ts";
import { startFiles } from "./files.ts";
import { showKnownTickets } from "./known.ts";
import { followPriority } from "./priority.ts";
import { startSending } from "./send.ts";
import { followWords } from "./topic.ts";
import { showTrail } from "./trail.ts";

/** The contact form without leaving the page: every word is kept until it is stored. Without script the form is sent as it is. */
const form = document.querySelector<HTMLFormElement>("[data-contact-form]");

function enhance(root: HTMLFormElement): void {
	contactVisit();
	restoreDraft(root);
	root.addEventListener("input", () => saveWords(root));
	offerDiscard(root);
	const files = startFiles(root);
	takeFiles(root, files);
	followWords(root);
	followPriority(root);
	showOffline(root);
	startSending(root, { trail: showTrail(root), files });
	showKnownTickets();
	addEventListener("pagehide", () => {
		if (!contactVisit().settled) recordEvent({ type: "contact_abandoned", contact: contactVisit().id });
	});
}

function showOffline(root: HTMLFormElement): void {
	const notice = root.querySelector<HTMLElement>("[data-offline]");
	const show = () => notice && (notice.hidden = navigator.onLine);
	addEventListener("online", show);
	addEventListener("offline", show);
	show();
}

if (form) enhance(form);
