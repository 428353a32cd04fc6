/** The button that switches between light and dark; the system decides until it is used. */
const button = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");

if (button) {
	button.hidden = false;
	button.addEventListener("click", () => {
		const root = document.documentElement;
		const dark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
		root.dataset["theme"] = dark ? "light" : "dark";
		try {
			localStorage.setItem("theme", root.dataset["theme"]);
		} catch {
			// Without storage the choice holds for this page.
		}
	});
}
