import { isStaff, setStaff } from "#site/browser/visit.ts";

/** The control with which who runs the centre takes this browser's reading out of the figures. Without storage there is none. */
export function offerStaffControl(root: ParentNode): void {
	const line = root.querySelector<HTMLElement>("[data-staff-control]");
	const box = line?.querySelector<HTMLInputElement>("[data-staff]");
	const said = line?.querySelector<HTMLElement>("[data-staff-said]");
	if (!line || !box || !said) return;
	box.checked = isStaff();
	line.hidden = false;
	box.addEventListener("change", () => {
		setStaff(box.checked);
		if (isStaff() !== box.checked) {
			box.checked = !box.checked;
			said.textContent = "This browser keeps nothing for this site, so it cannot remember that.";
		} else
			said.textContent = box.checked
				? "From now on, what you read, search and vote in this browser is left out."
				: "What you read in this browser counts again.";
	});
}
