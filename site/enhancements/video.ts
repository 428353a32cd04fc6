/** Puts the player in place when the reader asks for it; before that nothing is requested from the video's host. */
document.addEventListener("click", (event) => {
	const start = event.target instanceof Element ? event.target.closest("[data-video-start]") : null;
	const box = start?.closest<HTMLElement>("[data-video]");
	const source = box?.dataset["video"];
	if (!box || !source) return;
	event.preventDefault();
	const frame = document.createElement("iframe");
	frame.src = source;
	frame.title = box.dataset["videoTitle"] ?? "Video";
	frame.allow = "fullscreen; encrypted-media";
	frame.referrerPolicy = "no-referrer";
	box.replaceChildren(frame);
	frame.focus();
});
