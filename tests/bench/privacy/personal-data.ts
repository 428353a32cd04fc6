/**
 * Personal data and secrets as people write them, one a line; all of it is made up (ranges and domains that are kept for examples, numbers
 * that card brands and banks publish for tests). Where only a part of a line is meant, `⟦ ⟧` stands around it.
 */
export const personalData: Record<string, string> = {
	"e-mail": `
anna.smith@example.com
a.b@example.org
ANNA.SMITH@EXAMPLE.COM
anna_smith-42@mail.example.co.uk
anna+invoices@example.net
o'brien@example.ie
anna%smith@example.com
jörg.müller@münchen.example
josé.núñez@correo.example
анна.иванова@почта.example
سارة@مثال.example
アンナ@例え.テスト
anna@sub.domain.of.example.org
anna@xn--mnchen-3ya.example
a@example.co
1234@example.com
anna.smith@example.museum
"anna smith"@example.com
anna@[203.0.113.7]
anna@[IPv6:2001:db8::17]
anna.smith (at) example.com
anna.smith[at]example[dot]com
anna.smith {at} example {dot} com
anna.smith at example dot com
anna.smith AT example DOT com
anna.smith <at> example.com
anna.smith at gmail.com
anna dot smith at example dot com
anna punto smith arroba example punto com
anna.smith arroba example.com
anna.smith (arroba) example.com
anna.smith ät example.de
anna.smith (ät) example.de
anna.smith(klammeraffe)example.de
anna.smith@example . com
anna.smith @ example.com
anna.smith@ example.com
anna.smith@example,com
anna.smith＠example.com
anna.smith﹫example．com
ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ
anna.smith@example。com
anna\u200b.smith@example.com
anna.smith\u200b@example.com
anna.smith@\u200bexample.com
anna.smith@exam\u00adple.com
anna.smith@example\u2060.com
\u202aanna.smith@example.com\u202c
anna.smith\u200f@example.com
anna.smith@example.c\u200dom
𝐚𝐧𝐧𝐚@𝐞𝐱𝐚𝐦𝐩𝐥𝐞.𝐜𝐨𝐦
ⓐⓝⓝⓐ@example.com
anna%40example.com
anna.smith%2540example.com
anna&#64;example.com
anna&#x40;example.com
anna&commat;example.com
anna.smith&#64;example&#46;com
mailto:⟦anna.smith@example.com⟧
<⟦anna.smith@example.com⟧>
⟦anna.smith@example.com⟧,⟦bob.jones@example.org⟧;⟦cem@example.net⟧
https://app.example.com/reset?email=⟦anna.smith@example.com⟧
https://app.example.com/invite?to=⟦anna%40example.com⟧&lang=de
anna.smith=example.com@bounce.example.org
`,
	phone: `
+1 202 555 0142
+12025550142
(202) 555-0142
202-555-0142
202.555.0142
1-202-555-0142
⟦+1 (202) 555-0142⟧ ext. 12
call me on ⟦5550142⟧
phone: ⟦555-0142⟧
my mobile is ⟦555 01 42⟧
+44 20 7946 0142
+44 (0)20 7946 0142
020 7946 0142
07700 900142
07700900142
(020) 7946 0142
+353 1 234 5678
+49 30 23125 042
+49 (0)30 23125-042
+49.30.23125042
0049 30 23125042
030/23125042
030 – 23 12 50 42
0171-3920042
0171 39 200 42
01713920042
Tel.: ⟦030 231250 42⟧
+43 1 2345678
0043 664 1234567
0664/1234567
+41 44 668 18 00
044 668 18 00
+33 1 99 00 12 34
01 99 00 12 34
06.39.98.12.34
+34 612 345 678
612 345 678
612-345-678
612.34.56.78
móvil ⟦612345678⟧
tlf ⟦612345678⟧
0151/234 567 89
teléfono: ⟦911234567⟧
llámame al ⟦612345678⟧
mi número es el ⟦612345678⟧
+52 55 1234 5678
+54 9 11 2345-6789
+57 300 123 4567
+56 9 8765 4321
+51 987 654 321
+39 06 1234 5678
+31 6 12345678
+32 470 12 34 56
+45 12 34 56 78
12 34 56 78
+46 70-174 06 05
+47 21 02 12 34
+358 40 123 4567
+48 501 234 567
+420 601 123 456
+36 20 123 4567
+90 532 123 45 67
+7 912 345-67-89
+380 67 123 4567
+966 50 123 4567
0501234567
٠٥٠١٢٣٤٥٦٧
٠٥٠ ١٢٣ ٤٥٦٧
+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧
٠٠٩٦٦٥٠١٢٣٤٥٦٧
+971 4 123 4567
+20 100 123 4567
+212 612-345678
هاتف: ⟦٥٥٥٠١٤٢⟧
جوال ⟦٥٥٥٠١٤٢⟧
رقم هاتفي ⟦5550142⟧
اتصلوا بي على ⟦5550142⟧
+98 912 123 4567
۰۹۱۲ ۱۲۳ ۴۵۶۷
+91 98765 43210
९८७६५ ४३२१०
+81 3-1234-5678
090-1234-5678
+82 10-1234-5678
+86 138 0013 8000
+55 (11) 91234-5678
+27 82 123 4567
+234 803 123 4567
+254 712 345678
+61 2 5550 0142
0491 570 156
+64 21 123 4567
+65 6123 4567
＋８１ ３ １２３４ ５６７８
０３０ ２３１２５０４２
+1\u00a0202\u00a0555\u00a00142
+1\u2009202\u2009555\u20090142
+1\u202f202\u202f555\u202f0142
+49\u200b30\u200b23125042
+49 30 231\u00ad25042
\u202d+966 50 123 4567\u202c
\u200e+971 4 123 4567
\u2066+20 100 123 4567\u2069
+1‑202‑555‑0142
+1–202–555–0142
+1•202•555•0142
+1_202_555_0142
202 * 555 * 0142
𝟐𝟎𝟐-𝟓𝟓𝟓-𝟎𝟏𝟒𝟐
²⁰²-555-0142
tel:⟦+12025550142⟧
whatsapp://send?phone=⟦12025550142⟧
wa.me/⟦12025550142⟧
SSN ⟦123-45-6789⟧
`,
	card: `
4111111111111111
4111 1111 1111 1111
4111-1111-1111-1111
4111.1111.1111.1111
4111/1111/1111/1111
4111_1111_1111_1111
4111·1111·1111·1111
4012888888881881
4222222222222
5555555555554444
5555 5555 5555 4444
5105105105105100
2223003122003222
2223 0031 2200 3222
378282246310005
3782 822463 10005
3714-496353-98431
30569309025904
3056 930902 5904
38520000023237
6011111111111117
6011 1111 1111 1117
3530111333300000
6200000000000005
6759649826438453
visa⟦4111111111111111⟧
⟦4111111111111111⟧exp
card:⟦4111111111111111⟧/12/27/⟦123⟧
４１１１ １１１１ １１１１ １１１１
４１１１１１１１１１１１１１１１
٤١١١ ١١١١ ١١١١ ١١١١
٤١١١١١١١١١١١١١١١
۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱
४१११ ११११ ११११ ११११
4111\u200b1111\u200b1111\u200b1111
4111\u00a01111\u00a01111\u00a01111
4111\u202f1111\u202f1111\u202f1111
4111\u00ad1111\u00ad1111\u00ad1111
41\u200d11 1111 1111 1111
\u202d4111 1111 1111 1111\u202c
4111–1111–1111–1111
4111 - 1111 - 1111 - 1111
4111,1111,1111,1111
𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏
cvv ⟦737⟧ of the card
`,
	IBAN: `
DE89370400440532013000
DE89 3704 0044 0532 0130 00
de89 3704 0044 0532 0130 00
DE89-3704-0044-0532-0130-00
DE89.3704.0044.0532.0130.00
DE 89 3704 0044 0532 0130 00
D E89 3704 0044 0532 0130 00
AT611904300234573201
AT61 1904 3002 3457 3201
CH9300762011623852957
CH93 0076 2011 6238 5295 7
LI21 0881 0000 2324 013A A
GB29NWBK60161331926819
GB29 NWBK 6016 1331 9268 19
IE29 AIBK 9311 5212 3456 78
FR14 2004 1010 0505 0001 3M02 606
FR1420041010050500013M02606
ES9121000418450200051332
ES91 2100 0418 4502 0005 1332
IT60 X054 2811 1010 0000 0123 456
PT50 0002 0123 1234 5678 9015 4
NL91 ABNA 0417 1643 00
BE68 5390 0754 7034
LU28 0019 4006 4475 0000
DK50 0040 0440 1162 43
SE45 5000 0000 0583 9825 7466
NO93 8601 1117 947
FI21 1234 5600 0007 85
PL61 1090 1014 0000 0712 1981 2874
CZ65 0800 0000 1920 0014 5399
HU42 1177 3016 1111 1018 0000 0000
GR16 0110 1250 0000 0001 2300 695
TR33 0006 1005 1978 6457 8413 26
SA03 8000 0000 6080 1016 7519
SA0380000000608010167519
AE07 0331 2345 6789 0123 456
EG380019000500000000263180002
JO94 CBJO 0010 0000 0000 0131 0003 02
KW81 CBKU 0000 0000 0000 1234 5601 01
QA58 DOHB 0000 1234 5678 90AB CDEF G
BR18 0036 0305 0000 1000 9795 493C 1
MT84 MALT 0110 0001 2345 MTLC AST0 01S
DE88 3704 0044 0532 0130 00
ＤＥ８９ ３７０４ ００４４ ０５３２ ０１３０ ００
DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000
DE89\u200b3704\u200b0044\u200b0532\u200b0130\u200b00
DE89\u202f3704\u202f0044\u202f0532\u202f0130\u202f00
DE89\u00ad370400440532013000
DE٨٩ ٣٧٠٤ ٠٠٤٤ ٠٥٣٢ ٠١٣٠ ٠٠
\u202aDE89 3704 0044 0532 0130 00\u202c
IBAN:⟦DE89370400440532013000⟧,BIC:COBADEFFXXX
`,
	secret: `
password ⟦hunter2⟧
password is ⟦Sommer2026!⟧
password: ⟦Sunshine⟧
password=⟦Sunshine#1⟧
password "⟦Sunshine1⟧"
passcode ⟦4821⟧
PIN: ⟦4821⟧
pin is ⟦4821⟧
pwd=⟦S3cret⟧
pw: ⟦S3cret99⟧
my code is ⟦482193⟧
der Code lautet ⟦482193⟧
el código es ⟦482193⟧
API-Schlüssel: ⟦9f8e7d6c5b⟧
clave de API ⟦9f8e7d6c5b4a⟧
مفتاح API ⟦9f8e7d6c5b4a⟧
passwort: ⟦Geheim99⟧
Passwort ist ⟦Geheim99⟧
Passwort lautet ⟦Geheim99⟧
Kennwort: ⟦Geheim99⟧
Kennwort ist ⟦Geheim99⟧
mit dem Kennwort ⟦Geheim99⟧
contraseña: ⟦Secreta99⟧
contraseña es ⟦Secreta99⟧
la clave es ⟦Secreta99⟧
clave: ⟦Secreta99⟧
con la contraseña ⟦Secreta99⟧
كلمة المرور: ⟦Sirri2026⟧
كلمة المرور هي ⟦Sirri2026⟧
كلمة السر ⟦Sirri2026⟧
pass\u200bword: ⟦Sunshine1⟧
ｐａｓｓｗｏｒｄ: ⟦Sunshine1⟧
one-time code ⟦482193⟧
verification code: ⟦482193⟧
Bestätigungscode ⟦482193⟧
código de verificación ⟦482193⟧
رمز التحقق ⟦482193⟧
رمز التحقق: ⟦٤٨٢١٩٣⟧
api key: ⟦9f8e7d6c5b⟧
api_key=⟦9f8e7d6c5b⟧
apikey ⟦9f8e7d6c5b4a⟧
x-api-key: ⟦9f8e7d6c5b4a3f2e⟧
client_secret=⟦Xy7~QpLm2.aB⟧
access_token=⟦ab12cd34ef⟧
Authorization: Bearer ⟦ab12.cd34~ef56⟧
Authorization: Basic ⟦YW5uYTpTdW5zaGluZTE=⟧
⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk⟧
sk_live_51H8xYzAbCdEfGhIj
sk-proj-Ab12Cd34Ef56Gh78
rk_test_4eC39HqLyjWDarjtT1zdp7dc
ghp_16C7e42F292c6912E7710c838347Ae178B4a
github_pat_11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ0123456789
glpat-AbCdEf123456GhIjKl
xoxb-1234567890-AbCdEf123456
xapp-1-A012345-6789-abcdef
AKIAIOSFODNN7EXAMPLE
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
AIzaSyA1234567890abcdefghij
ya29.a0AfH6SMBx1234567890abcdef
whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
shpat_1234567890abcdef1234567890abcdef
npm_1234567890abcdefghijABCDEFGHIJ123456
SG.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf09kqeF8tAmbihYzrnopKc
dop_v1_1234567890abcdef1234567890abcdef
hf_AbCdEfGhIjKlMnOpQrStUvWx12345678
3f2504e0-4f89-11d3-9a0c-0305e82c3301
8f14e45fceea167a5a36dedd4bea2543
https://app.example.com/reset?token=⟦a8f5f167f44f⟧
https://app.example.com/login?code=⟦4f9c2b7a1d⟧&state=x
https://app.example.com/invite/⟦kJ3-xQ9_2mPz7LwVb4TnYc8RdFgHsA1e⟧
https://⟦anna⟧:⟦Sunshine1⟧@intranet.example.com/
-----BEGIN PRIVATE KEY-----⟦MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA⟧
ssh-rsa ⟦AAAAB3NzaC1yc2EAAAADAQABAAABgQC7⟧ anna
sk\u200b_live_51H8xYzAbCdEfGhIj
ghp_16C7e42F292c\u00ad6912E7710c838347Ae178B4a
`,
	"name in an address": `
⟦Anna Smith⟧ <⟦anna.smith@example.com⟧>
"⟦Smith, Anna⟧" <⟦anna.smith@example.com⟧>
⟦Anna Müller-Lüdenscheidt⟧ <⟦am@example.de⟧>
⟦José Núñez⟧ <⟦jn@example.es⟧>
⟦سارة العلي⟧ <⟦sara@example.com⟧>
C:\\Users\\⟦anna.smith⟧\\Downloads\\report.xlsx
C:\\Users\\⟦Anna Smith⟧\\Downloads\\report.xlsx
c:/users/⟦asmith42⟧/desktop/import.csv
D:\\Benutzer\\⟦Jörg Müller⟧\\Berichte\\q3.csv
C:\\Usuarios\\⟦jose.nunez⟧\\import.csv
C:\\Documents and Settings\\⟦asmith42⟧\\import.csv
/Users/⟦annasmith⟧/Documents/import.csv
/home/⟦anna.smith⟧/import.csv
file:///home/⟦annasmith⟧/import.csv
\\\\fileserver\\home\\⟦anna.smith⟧\\import.csv
https://app.example.com/users/⟦anna.smith⟧/settings
https://app.example.com/profile/⟦anna-smith⟧
https://app.example.com/u/⟦annasmith⟧
https://app.example.com/invite?name=⟦Anna+Smith⟧&team=4
https://app.example.com/invite?first_name=⟦Anneliese⟧&last_name=⟦Schmidt⟧
https://app.example.com/?user=⟦anna.smith⟧
https://app.example.com/?username=⟦asmith42⟧#top
https://app.example.com/?login=⟦anna%2Esmith⟧
https://⟦anna.smith⟧@files.example.com/q3
https://www.linkedin.com/in/⟦anna-smith-42⟧
https://files.example.com/~⟦asmith42⟧/q3.csv
`,
	"network address": `
203.0.113.77
⟦198.51.100.23⟧:8080
8.8.4.4
http://⟦203.0.113.77⟧/login
203[.]0[.]113[.]77
２０３.０.１１３.７７
203.0\u200b.113.77
2001:db8:85a3::8a2e:370:7334
2001:0db8:85a3:0000:0000:8a2e:0370:7334
2A02:8108:8AC0:1234:5678:9ABC:DEF0:1234
[⟦2001:db8::17⟧]:443
`,
};

/** Sentences that such data stands in, by language; `{}` is its place. */
export const frames: Record<string, string[]> = {
	en: ["{}", "how do i change {} to another one", "my login {} does not work", "why was {} refused?", "hello, {} thank you"],
	de: ["ich komme mit {} nicht hinein", "bitte {} löschen", "Konto von {} gesperrt, was tun?"],
	es: ["no puedo entrar con {}", "¿cómo borro {} de mi cuenta?", "hola, {} gracias"],
	ar: ["لا أستطيع الدخول بحساب {}", "أرجو حذف {} شكرا", "لماذا رُفض {} ؟"],
};
