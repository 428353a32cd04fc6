/** What customers ask and search for without telling anything of anybody, one a line, by what makes it look like personal data. */
export const ordinaryQueries: Record<string, string> = {
	"questions, en": `
how do i reset my password
password reset link expired
i forgot my password and the link does not arrive
password is wrong although i changed it
password must have 12 characters
password policy: length and history
password: how do i change it
password: forgotten
password change every 90 days
password requirements iso27001
two factor code not accepted
verification code expired
verification code does not arrive
one-time code 30 seconds
pin not accepted
pin a report to the dashboard
where do i find my api key
api key expired after 90 days
api key permissions
create an api key for power bi
token is expired
token lifetime 3600 seconds
token error 401 unauthorized
bearer token missing
client secret rotation
secret santa at the office
authorization: bearer is missing
authorization code flow with pkce
basic authentication turned off
access token refresh
sso login at okta stops at step 3
saml assertion is invalid
oauth2 redirect uri mismatch
invite a colleague at another company
look at the chart at the top
meet us at booth 42
dot in the chart is red
at what time is the report sent
how do i change the e-mail address of a user
e-mail does not arrive
change the phone number of a contact
call us back
who can see my phone number
delete my account
where is my invoice
add a card for payment
card was declined
card number is not accepted
iban of the supplier is refused
which iban formats are accepted
iban check digits are wrong
export to excel
import from a spreadsheet
too many requests
users with the role viewer
users/groups import template
remove user from team
user settings page
home page is empty
home office emissions
name of the site is wrong
name=value pairs in the filter
profile picture too large
login page is blank
in 2026 or later
`,
	"questions, de": `
wie setze ich mein Passwort zurück
Passwort vergessen
Passwort: vergessen
Passwort ist falsch
Passwort ist abgelaufen
Passwort wird nicht angenommen
Kennwort ändern
Kennwort ist gesperrt
Kennwort: zurücksetzen
Passwort muss 12 Zeichen haben
Bestätigungscode kommt nicht an
Bestätigungscode ist abgelaufen
PIN wird nicht angenommen
wo finde ich den API-Schlüssel
API-Schlüssel ist ungültig
Token ist abgelaufen
Token läuft nach 24 Stunden ab
Anmeldung über SSO geht nicht
Anmeldung bei Okta bleibt bei Schritt 3 stehen
E-Mail-Adresse ändern
Telefonnummer eines Kontakts löschen
Rufnummer wird nicht gespeichert
Karte wird abgelehnt
IBAN des Lieferanten wird abgelehnt
Rechnung fehlt
Bericht als PDF ausgeben
Werte aus einer Tabelle einlesen
Nutzer aus dem Team entfernen
Benutzer anlegen
Name des Standorts ist falsch
Was bedeutet der Punkt im Diagramm
Wer darf Berichte freigeben
Prüfung ist 2026 Pflicht
`,
	"questions, es": `
cómo restablezco mi contraseña
olvidé mi contraseña
contraseña: olvidada
contraseña incorrecta
contraseña es incorrecta
la contraseña no es válida
mi contraseña ha caducado
la contraseña debe tener 12 caracteres
la clave es incorrecta
clave: cambiarla
la clave del informe es el alcance
palabra clave en la búsqueda
indicadores clave 2026
código de verificación caducado
el código de verificación no llega
PIN no aceptado
dónde encuentro la clave de API
clave de API no válida
el token ha caducado
token caducado tras 24 horas
inicio de sesión con SSO no funciona
cambiar la dirección de correo
borrar el teléfono de un contacto
el móvil no muestra el gráfico
llamar a soporte
mi tarjeta fue rechazada
el IBAN del proveedor es rechazado
falta una factura
exportar el informe en PDF
importar valores de una hoja de cálculo
quitar un usuario del equipo
usuarios con permiso de lectura
el nombre de la sede es erróneo
qué significa el punto del gráfico
arroba un colega en un comentario
`,
	"questions, ar": `
كيف أعيد تعيين كلمة المرور
نسيت كلمة المرور
كلمة المرور: نسيتها
كلمة المرور غير صحيحة
كلمة المرور منتهية الصلاحية
كلمة المرور يجب أن تكون 12 حرفا
كلمة السر خاطئة
كلمة السر لا تعمل
تغيير كلمة المرور كل 90 يوما
رمز التحقق لا يصل
رمز التحقق منتهي الصلاحية
رمز التحقق غير صحيح
أين أجد مفتاح API
مفتاح API غير صالح
انتهت صلاحية الرمز
تسجيل الدخول عبر SSO لا يعمل
تغيير البريد الإلكتروني
حذف رقم هاتف جهة اتصال
الهاتف لا يعرض الرسم البياني
اتصل بالدعم
بطاقتي مرفوضة
رقم IBAN للمورد مرفوض
أين فاتورتي
تصدير التقرير بصيغة PDF
استيراد القيم من جدول
إزالة مستخدم من الفريق
اسم الموقع خاطئ
الخطأ ٤٢٩ عند الاستيراد
تقرير سنة ٢٠٢٦
من ٢٠٢٤ إلى ٢٠٢٦
الربع الثالث ٢٠٢٦
النسبة ١٢٫٥ ٪
١٬٠٠٠٬٠٠٠ صف
١٢٠٠٠ كيلوواط ساعة
الإصدار ٢٫١٤
`,
	"codes of errors": `
ERR_4290
ERR_1005 on import
err-4011 after login
E-1042
E1042
HTTP 429
http 401 403 429 500
error 0x80070005
error 0x8007000500000001
error 80070005 on import
error code -2147024891
Fehler 80070005 beim Einlesen
Fehlercode 4290 4291 4292
código de error 80070005
código 4290 al importar
رمز الخطأ 80070005
AADSTS50011 reply url mismatch
AADSTS700016
ORA-00942 table or view does not exist
SQLSTATE 42703
SQLSTATE[42S02]
MSB3073 exited with code 1
TS2345 argument of type
NET::ERR_CERT_DATE_INVALID
ECONNREFUSED 127.0.0.1:5432
ETIMEDOUT after 30000 ms
INC-00012345
INC0012345
CASE-20261234
TZ-7K4M-2Q9X
status 404 on /data-entry/import/
exit code 137
signal 11 SIGSEGV
port 8443 blocked
ports 8080 8443 9443 are closed
line 1048576 column 3
row 1048576 is ignored
at std::vector::operator[]
#REF! in cell B12
#1042
CVE-2026-12345
CVE-2026-123456 is it fixed
`,
	"names of things": `
invoice 2026-000123 is wrong
invoice INV-2026-00042
invoice no. 20260012345
Rechnung 2026-000123 ist falsch
Rechnung Nr. 20260012345
Rechnungsnummer 4500012345
factura 2026-000123
factura n.º 20260012345
الفاتورة 2026-000123
order 4500012345
order number 4500012345
Bestellung 4500012345
pedido 4500012345
طلب رقم 4500012345
PO 4500012345 missing
ticket 1234567
ticket #0012345
Ticket 1234567 ist offen
Vorgang 1234567
batch 20261014001
job 1234567890 failed
import 1234567 stopped
esg-report-2026-Q2-final.pdf
scope_3_emissions_2026_draft.xlsx
import-from-a-spreadsheet-2026
Quarterly-Report-2026-Q3-v12-final.docx
meter MTR-0042
Zähler MTR-0042-17
supplier 100042
cell B12 C14
sheet1!A1:C200
column AA100
@mention a colleague
@annual report
npm @esg/sdk@2.1.0
react@19.0.0 in the widget
actions/checkout@v6 fails
esg-sdk@latest
git@ prefix in the address
sku 12345678
EAN 4006381333931
GTIN 04006381333931
ISBN 978-3-16-148410-0
VAT DE123456789
customer number 10004512
Kundennummer 10004512
número de cliente 10004512
رقم العميل 10004512
meter reading 00123456
Zählerstand 00123456 kWh
albarán 80012345
Vertrag 7000123456
serial SN20261014001
commit 9f8e7d6
sha 0a1b2c3d4e
the code is wrong
der Code ist falsch
el código es incorrecto
export_2026_10_14.csv
report-20261014-093000.pdf
screenshot 2026-10-14 093000.png
IMG_20261014_093000.jpg
DIN A4 quer
SG.reports folder
sk-locale translation is missing
ASIA-Pacific-reporting region is missing
C:\\Program Files\\ESG\\import.csv
C:\\Windows\\System32\\drivers
C:\\Users\\Public\\Documents\\import.csv
/home/ page is empty
/users/ shows nothing
/usr/local/bin/esg not found
/var/log/esg/import.log
https://app.example.com/users/new does not load
https://app.example.com/profile/settings
https://app.example.com/reports/2026/q3?page=2&sort=name
https://app.example.com/reports?from=2026-01-01&to=2026-12-31
https://help.example.com/data-entry/import/fix-rejected-rows/#check
/data-entry/import/fix-rejected-rows/
https://example.com:8443/api/v1/articles?limit=100
`,
	"standards and acts": `
GRI 305-1
GRI 305-1 305-2 305-3
gri 302-1 / 302-4
ISO 14064-1:2018
ISO 14064-1:2018 and ISO 14067:2018
ISO/IEC 27001 27017 27018
ISO 27001:2022
DIN EN ISO 50001:2018
EN 15804+A2
ESRS E1-6 paragraph 44
ESRS 1 2 2025
IFRS S1 S2
SASB IF-EU-110a.1
NACE 35.11 35.12 35.13
scope 1 2 3
scope 1 2 3 2024 2025
Scope 3 Kategorie 11
alcance 1 2 3
النطاق 1 2 3
tCO2e per employee
conversion factor 0.20705
CSRD 2022/2464
EU 2023/2772 delegated act
Verordnung (EU) 2020/852
Reglamento (UE) 2020/852
RFC 9457 problem details
SDG 7 12 13
UN 1203
CAS 7732-18-5
CAS 124-38-9
EAN 13 barcode
`,
	"dates and periods": `
2026-Q2
2026-Q2 vs 2025-Q2
Q1 2025 Q2 2025 Q3 2025
2024 2025 2026
2023 2024 2025 comparison
Vergleich 2023 2024 2025
FY2025/26
fy 2024-2025
2025/26 2026/27
ejercicio 2025/2026
2019-2026 trend
2026-10-14
2026-10-14 14:30 export failed
2026-10-14T09:15:00Z
2026-10-14T09:15:00.123+02:00
2026:10:14 09:15:00
14.10.2026
14.10.2026 um 14:30 Uhr
am 14.10.26 fehlgeschlagen
14/10/2026 09:15
el 14/10/2026 a las 09:15
14-10-2026
10/14/2026
1-2-2026
01/01/2026 31/12/2026
01.01.2026-31.12.2026
01.01.2026 bis 31.12.2026
del 01/01/2026 al 31/12/2026
من 01/01/2026 إلى 31/12/2026
١٤/١٠/٢٠٢٦
2026-01-01 to 2026-12-31
20260101-20261231
20261014 import file
12/2025 01/2026
05.2026-06.2026
week 42 2026
KW 42 2026
31 Dec 2026 23:59
09:15:00 - 10:45:00
12:30:45.123
08:00-17:30
20261014T093000Z
2026W47
Q4/2025 - Q3/2026
1767225600
timestamp 1767225600000
`,
	"versions and addresses inside": `
version 2.14.3
v3.0.1-beta.2
Version 2.14.3 auf dem Server
versión 2.14.3
Chrome 131.0.6778.86
Chrome 131.0.6778.86 unter Windows
Edge 131.0.2903.112
windows 10.0.19045.3803
excel 16.0.17328.20162
Firefox 128.0.3
iOS 17.1.2
Android 14
Safari 17.4.1 on macOS 14.4.1
release 2026.10
build 20261014.3
127.0.0.1 refused to connect
::1 refused to connect
fe80::1 is not reachable
fd00::17 is not reachable
connector at 192.168.10.12
Verbindung zu 10.1.2.3 unterbrochen
conexión con 172.16.4.5
gateway 10.0.0.0/8
netmask 255.255.255.0
mac 00:1a:2b:3c:4d:5e
node 24.3.0 and npm 11.2.1
TLS 1.2 1.3
`,
	amounts: `
1000000 rows
1 000 000 tonnes
12 500 000 kWh
1.234.567 kWh
1.234.567,89
1,234,567.89 EUR
1.234.567,89 €
1 234 567,89 €
612 345 678 kWh
12 345 678
15000000000 kg
0.000123 t
3.6 MJ in kWh
100 % renewable
5,000 employees
10 000 employees
12.000 Beschäftigte
12.000 empleados
file larger than 25 MB
upload 50000 records
50000 Zeilen einlesen
limit of 600 requests per minute
+5 % against last year
-12.5 % emissions
1e-6 tolerance
between 1000000 and 2000000 kWh
entre 1000000 y 2000000 kWh
zwischen 1000000 und 2000000 kWh
3.14159265358979
0.123456789
48.137154, 11.576124
column width 120 240 360 480
range 100-200-300
100/200/300
scale 1:50000
10115 Berlin
lat 48.1371 lon 11.5754
`,
};
