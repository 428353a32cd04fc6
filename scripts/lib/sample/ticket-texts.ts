import type { Priority } from "#contract/priority.ts";

/** What a made-up customer writes. */
export interface TicketText {
	subject: string;
	description: string;
	priority: Priority;
}

/** By ticket category of the sample centre. Some are answered by an article, some by none, as in life. The first ones are written most. */
export const ticketTexts: Record<string, TicketText[]> = {
	"password-login": [
		{ subject: "The reset link never arrives", description: "I asked for it three times since this morning. Nothing in spam either.", priority: "P3" },
		{
			subject: "Locked out after I changed phones",
			description: "My codes are on the old phone, which I gave back. I have no recovery codes.",
			priority: "P3",
		},
		{
			subject: "It asks for a code that I do not have",
			description: "After my password it wants six digits. Nobody told me where they come from.",
			priority: "P4",
		},
		{ subject: "Signed out every few minutes since Tuesday", description: "I lose what I have typed each time. It happens in two browsers.", priority: "P3" },
	],
	"data-issues": [
		{
			subject: "Half of my CSV was rejected",
			description: "120 of 240 rows say that the unit is unknown. They are the same units as last year.",
			priority: "P3",
		},
		{
			subject: "How do I correct a value in a locked period?",
			description: "The electricity of March is ten times too high, and the period is locked.",
			priority: "P4",
		},
		{
			subject: "Two sites were merged, where do the old values go?",
			description: "Our Leeds office moved into Bradford in July. I do not want to count it twice.",
			priority: "P4",
		},
		{ subject: "Gallons of which country?", description: "The fuel figures look too low by a fifth. Do you take US or imperial gallons?", priority: "P5" },
		{ subject: "Upload stops at 99 % for a large file", description: "The spreadsheet has 80,000 rows. It stays there for an hour.", priority: "P2" },
	],
	"reports-exports": [
		{ subject: "The PDF export fails", description: "It says that something went wrong. The word version works.", priority: "P3" },
		{ subject: "Can the report be in French?", description: "Our works council reads French. The figures may stay as they are.", priority: "P5" },
		{ subject: "A scheduled report went to somebody who left", description: "I took her out of the team, and she still gets it each Monday.", priority: "P2" },
		{ subject: "Scope 2 is missing from the report", description: "The values are approved. The table shows scope 1 and 3 only.", priority: "P3" },
		{ subject: "Can we use our own font?", description: "Marketing asks whether the report can use the font of our brand.", priority: "P5" },
	],
	integrations: [
		{ subject: "The ERP sync stopped on Friday", description: "The last run says failed. We did not change anything.", priority: "P2" },
		{ subject: "Is there a connector for Power BI?", description: "Our controllers build their charts there and copy the numbers by hand.", priority: "P5" },
		{
			subject: "One meter sends the same reading for days",
			description: "The display in the cellar moves on. The other five meters are fine.",
			priority: "P3",
		},
		{ subject: "Alerts in Slack", description: "We would like a message in our channel when a value is rejected.", priority: "P5" },
	],
	"api-errors": [
		{
			subject: "429 although we send ten requests a minute",
			description: "The limit should be far higher. It began after the release of last week.",
			priority: "P3",
		},
		{ subject: "401 with a token made today", description: "The same token works in the test environment.", priority: "P3" },
		{ subject: "How do I page through more than 1000 values?", description: "The answer ends at 1000, and I see no link to the next page.", priority: "P5" },
	],
	performance: [
		{ subject: "Pages take half a minute to load", description: "Since noon, for all of us in Madrid. Other sites are fast.", priority: "P2" },
		{ subject: "The dashboard hangs when I choose all sites", description: "We have 340 sites. With fifty it is quick.", priority: "P3" },
		{ subject: "Slow in Safari, quick in Firefox", description: "The same page takes ten seconds longer on the same laptop.", priority: "P4" },
	],
	"account-access": [
		{ subject: "How do I let an auditor see one report?", description: "She must not see anything else, and only until the end of May.", priority: "P5" },
		{ subject: "A new colleague cannot see our sites", description: "I invited him as an editor. His list is empty.", priority: "P3" },
		{ subject: "Who can approve while I am away?", description: "I am away for three weeks and am the only approver.", priority: "P4" },
		{ subject: "The invitation has expired", description: "It was sent in August. Can you make it valid again?", priority: "P4" },
	],
	"enterprise-sso": [
		{ subject: "Single sign-on loops back to the start", description: "After Okta says yes, we are on the sign-in page again.", priority: "P2" },
		{ subject: "Our certificate for SAML ends next week", description: "Where do I put the new one, and can both be valid for a day?", priority: "P3" },
		{ subject: "Two companies, one identity provider", description: "We bought another customer of yours. Can both use the same connection?", priority: "P4" },
	],
	"mobile-app": [
		{ subject: "Photos of meters stay on the phone", description: "The app says that it is waiting to upload. We have a good connection.", priority: "P3" },
		{ subject: "The app closes when I scan a code", description: "On three of our five phones, all with the newest version.", priority: "P3" },
		{ subject: "Will there be a version for tablets?", description: "Our auditors work on tablets, and the keys are tiny there.", priority: "P5" },
	],
	"billing-account": [
		{ subject: "Our invoice shows the wrong address", description: "We moved in June. Please send it again with the new one.", priority: "P4" },
		{ subject: "Why are we charged for 40 users?", description: "We count 31. Do those who left still cost us?", priority: "P4" },
		{ subject: "Can we pay by direct debit?", description: "Our bank wants to stop cards for subscriptions.", priority: "P5" },
		{ subject: "The card was declined twice", description: "It works elsewhere. Will our account be closed?", priority: "P2" },
	],
	security: [
		{ subject: "A mail in your name asks for my password", description: "It has your logo and leads to another address. I did not open it.", priority: "P2" },
		{ subject: "Sign-ins from a country where we have nobody", description: "The log of last night shows four of them.", priority: "P2" },
		{ subject: "Your questionnaire for suppliers", description: "Our security team sends you 60 questions. Who fills them in?", priority: "P5" },
	],
	privacy: [
		{ subject: "Please delete what you hold about a former colleague", description: "She asked us for it in writing. We need a confirmation.", priority: "P3" },
		{ subject: "Where is our data stored?", description: "Our works council wants to know the country and the company.", priority: "P5" },
		{ subject: "A contract about data processing", description: "We need it signed by both sides before we go on.", priority: "P4" },
	],
	other: [
		{ subject: "Do you come to the fair in Hanover?", description: "We would like to meet somebody who knows about supply chains.", priority: "P5" },
		{ subject: "A mistake in your newsletter", description: "The link to the webinar leads to last year's.", priority: "P5" },
		{ subject: "Can we buy carbon offsets with you?", description: "We know our emissions now and want to act on the rest.", priority: "P5" },
	],
};
