import { describe, expect, it } from "vitest";
import { redact } from "#contract/redaction.ts";

/** Each form up to its limits, and beside it what is like it and stays. One a line, `text → what remains`; without an arrow it stays. */
const forms = {
	cards: `
4111 1111 1111 1111 12/27 123 → [card]
4111 1111 1111 1111, 1/2027, 1234 → [card]
4111 1111 1111 1111|12-27|123 → [card]
4111 1111 1111 1111 12/27 12 → [card] 12/27 12
4111,1111,1111,1111 → [card]
4,111,111,111,111,111
4111,11,111,1111,111
paid 4111,1111,1111,1111,00 → paid [card],00
0x4111111111111111
0x 4111111111111111 → 0x [card]
4111 1111 1111 1112 → [token]
4222222222222 → [card]
DE89 3704 0044 0532 0130 00x → DE89 [token] 00x
6304000000000000000 → [card]
411111111116 → [phone]
41111111111111111114 → [token]
4111111111111111 and 5500000000000004 → [card] and [card]
4111 - 1111 - 1111 - 1111 → [card]
4111·1111·1111·1111 → [card]
4111•1111•1111•1111 → [card]
4111∙1111∙1111∙1111 → [card]
4111*1111*1111*1111 → [card]
4111_1111_1111_1111 → [card]`,
	IBANs: `
DE89 3704 0044 0532 0130 00 and GB29 NWBK 6016 1331 9268 19 → [iban] and [iban]
D E89 3704 0044 0532 0130 00 → [iban]
XX89 3704 0044 0532 0130 00 → XX89 [token]
DE89 3704 0044 0532 0130 0 → DE89 [token]
DE89.3704.0044.0532.0130.00 → [iban]
MT86MALT01100ABCDEFGHIJKLMNOPQR → [iban]
MT86MALT01100ABCDEFGHIJKLMNOPQS → [token]
mt86malt01100abcdefghijklmnopqr → [iban]`,
	"e-mail addresses": `
anna.smith at gmail.com → [email]
anna at gmail.com → [email]
log in at portal.example.com
anna.smith=example.com@bounce.example.org → [email]
a!b@example.com → a![email]
anna@example,com → [email]
anna punkt smith klammeraffe example punkt de → [email]
anna @ example.com → [email]
anna dot smith at example dot com → [email]
anna&commat;example&period;com → [email]`,
	signs: `
030⁄1234567 → [phone]
030∕1234567 → [phone]
202–555–0142 → [phone]
202\u3000555\u30000142 → [phone]
202−555−0142 → [phone]
½ of 3⁄4`,
	names: `
C:\\Users\\Anna\\Downloads\\report.csv → C:\\Users\\[name]\\Downloads\\report.csv
C:\\Users\\Anna Smith\\Downloads → C:\\Users\\[name]\\Downloads
C:\\Users\\Public\\Downloads
/home/anna/report.csv → /home/[name]/report.csv
/home/runner/report.csv
https://app.example.com/users/anna.smith → https://app.example.com/users/[name]
https://app.example.com/users/new
https://app.example.com/~anna → https://app.example.com/~[name]
https://app.example.com/?first_name=Anna → https://app.example.com/?first_name=[name]
https://app.example.com/?firstname=Anna&page=2 → https://app.example.com/?firstname=[name]&page=2
https://app.example.com/?page=2&name=Anna#top → https://app.example.com/?page=2&name=[name]#top
https://app.example.com/?last-name=Smith → https://app.example.com/?last-name=[name]
https://app.example.com/?user=anna;page=2 → https://app.example.com/?user=[name];page=2
https://app.example.com/?apellido=García → https://app.example.com/?apellido=[name]
https://app.example.com/?apellidos=García → https://app.example.com/?apellidos=[name]
https://app.example.com/?rename=Anna
what does name=Anna mean
?name=Anna Smith → ?name=[name] Smith
Anna Smith <anna@example.com> → [name] <[email]>
"Smith, Anna" <anna@example.com> → [name] <[email]>
Smith, Anna (anna@example.com) → [name] ([email])
from <anna@example.com> → from <[email]>`,
	"network addresses": `
172.16.0.1
172.31.255.254
172.15.0.1 → [ip]
172.32.0.1 → [ip]
192.169.1.1 → [ip]
11.168.1.1 → [ip]
100.16.0.1 → [ip]
0.0.0.0
223.1.1.1 → [ip]
224.0.0.1
203.0.113.255 → [ip]
203.0.113.256
2001:db8:85a3:0:0:8a2e:370:7334 → [ip]
2001:db8:85a3:0:0:8a2e:370:7334:1
2001:db8:85a3:0:0:8a2e:370
fe80::8a2e:370:7334
203[.]0[.]113[.]77 → [ip]
version 203.0.113.77`,
	"phone numbers": `
202*555*0142 → [phone]
202 * 555 * 0142 → [phone]
202_555_0142 → [phone]
202 ~555 ~0142 → [phone]
202*555*014
202*5550142
x202*555*0142
7202*555*0142
202*555*01423
202*555*0142x
call 202*555*0142. → call [phone].
+1*202*555*0142 → [phone]
+44_20_7946_0142 → [phone]
+1|202|555|0142 → [phone]
+1*202
+4412*20*79
1234567
0123456 → [phone]
123456789
1234567890 → [phone]
12345678901234567 → [token]
123456789012345 → [phone]
1234567890123456 → [token]
call 1234567 → call [phone]
please call me on my number 1234567 → please call me on my number [phone]
WhatsApp: 1234567 → WhatsApp: [phone]
llámame al 1234567 → llámame al [phone]
هاتفي 1234567 → هاتفي [phone]
recall 1234567
12-34567 → [phone]
(1234567 → [phone]
12/34567 → [phone]
12 34567 → [phone]
12.34567
123456_789012`,
	secrets: `
eyJhbGciOiJ.abcdefgh → [token]
eyJhbGciOiJ.abcdefgh.ijklmnop → [token]
eyJhbGciOi.abcdefgh
eyJhbGciOiJ.abcdefg
SG.abcdefghijklmnop.abcdefghijklmnop → [token]
SG.abcdefghijklmno.abcdefghijklmnop
SG.abcdefghijklmnop.abcdefghijklmno
ya29.abcdefghijklmnop → [token]
npm_abcdefghij12 → [token]
npm_abcdefghi12
npm_abcdefghijkl
ghs_abcdefghij12 → [token]
ghx_abcdefghij12
rk-abcdefghij12 → [token]
shpat_abcdefghij12 → [token]
ASIAABCDEFGHIJ12 → [token]
https://anna:secret@files.example.com → https://[token]@files.example.com
https://anna@files.example.com/path → https://[token]@files.example.com/path
https://files.example.com/@anna
Authorization: Basic YW5uYTpzZWNyZXQ= → Authorization: Basic [token]
Authorization: Basic  YW5uYTpzZWNyZXQ= → Authorization: Basic  [token]
Authorization: Basic YW5uYTp5 → Authorization: Basic [token]
Authorization: Basic YW5uYT5
Authorization: Bearer abcdefghijk
digest auth-8.1~x/y+z → digest [token]
xbasic training1
https://x.example/?code=abcdefg1 → https://x.example/?code=[token]
https://x.example/?code=abcdef1
https://x.example/?code=abcdefgh
https://x.example/?code=12345678
https://x.example/?page=2&token=abcdefg1&x=2 → https://x.example/?page=2&token=[token]&x=2
https://x.example/#key=abcdefg1#top → https://x.example/#key=[token]#top
https://x.example/?barcode=abcdefg1
https://x.example/?t=abc defg1
https://x.example/?sig=12345-67x;x=2 → https://x.example/?sig=[token];x=2
my code is 4829 → my code is [token]
my code is 482
my code is 482913 → my code is [token]
the code is 12345678 → the code is [token]
the code is 123456789
mein Code lautet 4829 → mein Code lautet [token]
mi código es 482913 → mi código es [token]
رمزي هو 482913 → رمزي هو [token]
my code is 4829x
dummy code is 4829
error code is 4829
cvv 123 → cvv [token]
CVC2=1234 → CVC2=[token]
csc : 123 → csc : [token]
cvv 12
cvv 12345
xcvv 123
cvv    123
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY → [token]
key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY! → key [token]!
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEYx
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE
wJalrXUtnFEMI/KbMDENG/bPxRfiCYEXAMPLEKEY
wjalrxutnfemi/k7mdeng/bpxrficyexamplekey
WJALRXUTNFEMI/K7MDENG/BPXRFICYEXAMPLEKEY
K7wJalrXUtnFE/+/+/+/+/+/+/+/+/+/+/+/+/+/ → [token]
=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY=
password: TZ-1234
password: TZ1234.
password: TZ1234567 → password: [token]
password: X12345 → password: [token]
password: xTZ-1234 → password: [token]
password: TZ-1234x → password: [token]
password: TZ+1234 → password: [token]
pin 4821 → pin [token]
pin: 4821! → pin: [token]
pin x4821
pin 4821x
secret 48213
pwd 4821 → pwd [token]
otp 482913 → otp [token]
token 4821
password (hunter2) → password [token]
password "hunter2". → password [token]
password ab1
password abcd1
password abcde1 → password [token]
password is abc1 → password is [token]
password is ab1
password is SunShine → password is [token]
password SunShine
password is sunshine
password sun!shine → password [token]
password abc!
password is abc!
password 12_3456 → password [token]
password 12-3456
password is 12_3456 → password is [token]
password is “abc1” → password is [token]
password = sunshine → password = [token]
password sso-login
abcdefghijklmnopqrstuvw1 → [token]
abcdefghijklmnopqrstuv1
abcdefghijklmnopqrstuvwx
123456789012345678901_2a
esg-report-2026-Q2-final-version
a1b2c3d4-final-report-draft → [token]
a1b2c3-final-report-of-the-draft
a1bcdefg-final-report-draft → [token]
report-of-abcdefgh1-2-and-of-2026
report_1abcdefg2_of_2026_for_all → [token]`,
	amounts: `
2345678901 kWh
2345678901 wh
2345678901MWh
2345678901 kg
2345678901 t
2345678901 ton
2345678901 tons
2345678901 tonne
2345678901 tonnes
2345678901 co2
2345678901 co2e
2345678901 tCO2
2345678901 tCO2e
2345678901 €
2345678901 $
2345678901%
2345678901 m²
2345678901 m3
2345678901 l
2345678901 liter
2345678901 litres
2345678901 gallon
2345678901 gallons
2345678901 GJ
2345678901 row
2345678901 rows
2345678901 record
2345678901 records
2345678901 value
2345678901 values
2345678901 employee
2345678901 employees
2345678901 error
2345678901 errors
2345678901 code
2345678901 codes
2345678901 error code
2345678901 status codes
2345678901 response
2345678901 responses
2345678901 kWhx → [phone] kWhx
2345678901 miles → [phone] miles
2345678901 mx → [phone] mx
2345678901 and kWh → [phone] and kWh
2345678901  kWh → [phone]  kWh
0234567890 kWh → [phone] kWh
234 567 8901 kWh → [phone] kWh
234 567 890 kWh`,
	numbers: `
305-1 305-10 14064-1
14064-1 14067-3
50001-12 50002-1 → [phone]
1234567-1 305-1 → [phone]
0.2070512
10.2070512
48.13512
8.1351253
148.1351253 → [phone]
48.1351253.5 → [phone]
80.5x1234567
1760000000
1760000000000
1460000000 → [phone]
176000000000 → [phone]
17600000001 → [phone]
1 234 567
1 234 567 890
12 345 678 901
1 234 567 890 123 → [phone]
01 234 567 → [phone]
123 456 789 → [phone]
1 234.567 → [phone]
12.345.678
1 234 5678 → [phone]
131.0.6778.86
16.0.17328.20162
555.123.4567 → [phone]
612.34.56.78 → [phone]
1.22.333.4444.55555 → [phone]
123456.7.8901 → [phone]
12345.67.890
0131.0.6778 → [phone]
1.2.3.4.5.6.7 → [phone]
1234.5678.9012 → [phone]
131.0.6778.867890 → [phone]
1234567.8.9 → [phone]
100 200 300
1000 2000 3000
100/200/300
100-200-300-400
1000 2000-3000 → [phone]
100 200 305 → [phone]
1000 2000 3005 → [phone]
100 2000 300
1005 2000 3000 → [phone]
10000 20000 30000 → [phone]
000 100 200 → [phone]
2026-10-14 093000
2026-10-14 993000 → [phone]
2026-10-14 09300 → [phone]
2026-10-14 14:30
2026-10-14 14.30 → [phone]
2026-10-14 5 2026-10-15
2026 / 2025 / 2024
2026 - 2025 - 5
14 2026 2025 → [phone]
2026-10-14 1456 → [phone]
5 6 7 8 9 1 2 → [phone]
error 0123456789 → error [phone]
error 202 555 0142 → error [phone]
error 202 555 01423
error 4010 4290 5000
error 1234567890123
error 12345678901234 → error [phone]
error 123456 123456
error 1234567 123456 → error [phone]
invoice 2026-0001234
invoice no. 4500012345
order id: 4500012345
Rechnung Nr. 20260012345
invoice 12345678901234
invoice 123 456 7890 → invoice [phone]
invoice 123.456.7890 → invoice [phone]
invoice +4500012345 → invoice [phone]
invoice 450001234-
invoiced 4500012345 → invoiced [phone]
pedido nº 4500012345
customer number 4500012345
customer 4500012345 → customer [phone]`,
};

const cases = Object.entries(forms).flatMap(([kind, lines]) =>
	lines
		.trim()
		.split("\n")
		.map((line) => {
			const [text = "", kept = text] = line.split(" → ");
			return { kind, text, kept };
		}),
);

describe("redaction knows the limits of each form", () => {
	it.each(cases)("$text ($kind)", ({ text, kept }) => {
		expect(redact(text)).toBe(kept);
	});
});
