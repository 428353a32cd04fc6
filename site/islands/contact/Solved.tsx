import { useEffect, useRef } from "react";
import { useWords } from "./words.ts";

/** What is left of the help once an article has solved it. @param title the article's */
export function Solved({ title }: { title: string }) {
	const { t, say, base } = useWords();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<section className="contact-help" aria-labelledby="contact-solved" data-looked="">
			<h2 id="contact-solved" ref={heading} tabIndex={-1}>
				{t.goodToHear}
			</h2>
			<p>{say(t.solvedText, { title })}</p>
			<p>
				<a className="button quiet" href={`${base}/`}>
					{t.back}
				</a>
			</p>
		</section>
	);
}
