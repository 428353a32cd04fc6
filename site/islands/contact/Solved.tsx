import { useEffect, useRef } from "react";

/** What is left of the help once an article has solved it. @param title the article's */
export function Solved({ title }: { title: string }) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<section className="contact-help" aria-labelledby="contact-solved">
			<h2 id="contact-solved" ref={heading} tabIndex={-1}>
				Good to hear.
			</h2>
			<p>“{title}” solved it, so nothing was sent. If you find out that it did not, write to us below at any time.</p>
			<p>
				<a className="button quiet" href="/">
					Back to the help centre
				</a>
			</p>
		</section>
	);
}
