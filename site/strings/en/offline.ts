/** Reading without a connection. */
export const offline = {
	/** Above a page that was kept, after `heading` or `slow`. `{moment}` is a day and an hour. */
	kept: "This is how the page was on {moment}.",
	/** Why a kept page is shown though there is a connection. */
	slow: "The connection is slow.",
	again: "Try again",
	/** The same place, once the connection is back and the page is no longer the same. */
	changed: "You are online again, and this page has changed.",
	show: "Show it as it is now",
	title: "No connection",
	heading: "You are offline.",
	lead: "This page is not among those that you have read on this device. Once the connection is back, try again.",
	read: "Pages you have read",
	draft: "Were you writing to us? Your words are kept in this browser, and will be in the contact form when you are online again.",
	/** On the page about privacy. */
	privacy:
		"So that you can read without a connection, your browser keeps the last {count} pages that you have read, and what it needs to show and search them. We do not learn which. To remove them, delete the data of this site in the settings of your browser.",
};
