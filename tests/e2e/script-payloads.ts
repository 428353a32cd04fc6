/**
 * Known patterns by which words become code, each short enough for a search (200 characters). Every one that makes an element marks it
 * with `data-planted`, and calls `pwned()` where it runs.
 */
export const scriptPayloads: readonly string[] = [
	// Elements that run as they are parsed, loaded or shown.
	"<script data-planted>pwned()</script>",
	"<img data-planted src=x onerror=pwned()>",
	"<svg data-planted onload=pwned()></svg>",
	"<svg data-planted><animate onbegin=pwned() attributeName=x dur=1s>",
	"<details data-planted open ontoggle=pwned()>x</details>",
	"<input data-planted autofocus onfocus=pwned()>",
	"<video data-planted><source onerror=pwned()></video>",
	'<iframe data-planted srcdoc="<script>parent.pwned()</script>"></iframe>',
	"<iframe data-planted src=javascript:parent.pwned()></iframe>",
	"<object data-planted data=javascript:pwned()></object>",
	"<a data-planted href=javascript:pwned()>press me</a>",
	"<form data-planted action=javascript:pwned()><button>Send</button></form>",
	"<base data-planted href=//evil.example/>",
	"<meta data-planted http-equiv=refresh content='0;url=javascript:pwned()'>",
	"<style data-planted>*{display:none}</style>",
	// Out of the place where words stand: an attribute, a title, a field, a script, a comment.
	'"><img data-planted src=x onerror=pwned()>',
	"'><img data-planted src=x onerror=pwned()>",
	'" onmouseover="pwned()" autofocus onfocus="pwned()" x="',
	"' onmouseover='pwned()' autofocus onfocus='pwned()' x='",
	"</title><img data-planted src=x onerror=pwned()>",
	"</textarea><img data-planted src=x onerror=pwned()>",
	"</script><script data-planted>pwned()</script>",
	"--><img data-planted src=x onerror=pwned()><!--",
	"]]><img data-planted src=x onerror=pwned()>",
	'";pwned();//',
	"</noscript><img data-planted src=x onerror=pwned()>",
	// What is parsed twice, or decoded once too often.
	'<noscript><p title="</noscript><img data-planted src=x onerror=pwned()>">',
	"<math><mtext><table><mglyph><style><img data-planted src=x onerror=pwned()>",
	"<svg></p><style><a id='</style><img data-planted src=x onerror=pwned()>'>",
	"&lt;img data-planted src=x onerror=pwned()&gt;",
	"&#60;img data-planted src=x onerror=pwned()&#62;",
	"\\u003cimg data-planted src=x onerror=pwned()\\u003e",
	"%3Cimg%20data-planted%20src=x%20onerror=pwned()%3E",
	"＜img data-planted src=x onerror=pwned()＞",
	// Languages of templates and marks.
	"{{constructor.constructor('pwned()')()}}",
	"${pwned()} #{pwned()} <%= pwned() %>",
	"[press me](javascript:pwned())",
	'![x](x"onerror="pwned())',
	"javascript:pwned()//",
	"data:text/html,<script>pwned()</script>",
	// Cells of a table that calculate.
	'=HYPERLINK("javascript:pwned()","press me")',
	"@SUM(1+1)*cmd|' /C calc'!A0",
];
