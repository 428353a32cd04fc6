import { useEffect, useState } from "react";

/** A text once it has rested, so that a screen reader is not told every step on the way. */
export function useLater(text: string, ms = 700): string {
	const [later, setLater] = useState("");
	useEffect(() => {
		const timer = setTimeout(() => setLater(text), ms);
		return () => clearTimeout(timer);
	}, [text, ms]);
	return later;
}
