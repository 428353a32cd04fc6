/** Opens a picture in full size over the page; without script its link leads to the picture. */
function open(link: HTMLAnchorElement): void {
	const image = link.querySelector("img");
	if (!image) return;
	const dialog = document.createElement("dialog");
	dialog.className = "lightbox";
	const words = link.closest<HTMLElement>("[data-close]")?.dataset;
	dialog.setAttribute("aria-label", image.alt || (words?.["picture"] ?? "Picture"));
	const large = document.createElement("img");
	large.src = link.href;
	large.alt = image.alt;
	const close = document.createElement("button");
	close.type = "button";
	close.className = "button";
	close.textContent = words?.["close"] ?? "Close";
	dialog.append(large, close);
	dialog.addEventListener("click", () => dialog.close());
	dialog.addEventListener("close", () => {
		dialog.remove();
		link.focus();
	});
	document.body.append(dialog);
	dialog.showModal();
}

document.addEventListener("click", (event) => {
	const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-zoom]") : null;
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
	event.preventDefault();
	open(link);
});
