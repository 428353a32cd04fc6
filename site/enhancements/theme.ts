/** The button that switches between light and dark; the system decides until it is used. */
const button = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
const root = document.documentElement;

if (button) {
	button.disabled = false;
	button.addEventListener("click", () => {
		const dark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
		root.dataset["theme"] = dark ? "light" : "dark";
		try {
			localStorage.setItem("theme", root.dataset["theme"]);
		} catch {
			// Without storage the choice holds for this page.
		}
	});
}

// Chosen on another page, while this one stood in another tab or was made ready in advance.
addEventListener("storage", ({ key, newValue }) => {
	if (key === "theme" && newValue) root.dataset["theme"] = newValue;
});
