/** A page of what each machine draws with its own fonts: other scripts, code, signs and fields. The font of the centre comes with its pages. */
export const probe = `<!doctype html><html lang="en"><body style="margin:16px;font:16px/1.6 sans-serif;background:#fff;color:#17212b">
<p>Hamburgefonstiv 0123456789 <b>Quick brown fox</b> → ✓ ⚠</p>
<p lang="ar" dir="rtl">كيف يمكننا مساعدتك؟ <b>إعادة تعيين كلمة المرور</b></p>
<p><code style="font-family:ui-monospace,Menlo,Consolas,'Liberation Mono',monospace">GET /api/v1/values?year=2026</code></p>
<p><input type="checkbox" checked> <input type="radio" checked> <select><option>Any kind</option></select> <input type="file"> <button>Send</button></p>
<div style="border:1px solid #e1e6ea;border-radius:12px;padding:8px;box-shadow:0 8px 24px rgb(16 24 32 / 8%)">Card</div>
</body></html>`;
