/** Makes the function that says how far the sample is: at the beginning and after each quarter. */
export function progressInQuarters(say: (line: string) => void): (share: number) => void {
	let next = 0;
	return function onProgress(share) {
		if (share < next) return;
		const quarters = Math.floor(share * 4);
		say(`     adding sample events … ${quarters * 25} %`);
		next = (quarters + 1) / 4;
	};
}
