import BeforeYouStart from "./BeforeYouStart.astro";
import Cause from "./Cause.astro";
import Check from "./Check.astro";
import Choice from "./Choice.astro";
import Faq from "./Faq.astro";
import IfThisFails from "./IfThisFails.astro";
import Note from "./Note.astro";
import Outcome from "./Outcome.astro";
import Picture from "./Picture.astro";
import Problem from "./Problem.astro";
import Question from "./Question.astro";
import QuickAnswer from "./QuickAnswer.astro";
import Screenshot from "./Screenshot.astro";
import Solution from "./Solution.astro";
import Step from "./Step.astro";
import Steps from "./Steps.astro";
import Tip from "./Tip.astro";
import Troubleshooter from "./Troubleshooter.astro";
import Troubleshooting from "./Troubleshooting.astro";
import Video from "./Video.astro";
import Warning from "./Warning.astro";

/** What articles may use. They are handed over by the page, so an article imports nothing. */
export const components = {
	/** Pictures of Markdown. */
	img: Picture,
	BeforeYouStart,
	Cause,
	Check,
	Choice,
	Faq,
	IfThisFails,
	Note,
	Outcome,
	Problem,
	Question,
	QuickAnswer,
	Screenshot,
	Solution,
	Step,
	Steps,
	Tip,
	Troubleshooter,
	Troubleshooting,
	Video,
	Warning,
};
