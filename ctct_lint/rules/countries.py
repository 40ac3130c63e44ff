"""The names of the countries that the service has codes for, and other codes.

The codes are those of schemas/codes.xsd; the names are those of ISO 3166-1 or, where
people write another one, that.
"""

from __future__ import annotations

from functools import cache

from ctct_lint.schema.spelling import closest

# A blank follows each code, a semicolon each name of the country.
_NAMES = """
us United States;United States of America;USA;U.S.A.;U.S.;America
ca Canada;CAN
gb United Kingdom;UK;U.K.;Great Britain;Britain;GBR
eng England
nir Northern Ireland
sct Scotland
ad Andorra
ae United Arab Emirates;UAE
af Afghanistan
ag Antigua and Barbuda
ai Anguilla
al Albania
am Armenia
an Netherlands Antilles
ao Angola
ar Argentina;ARG
as American Samoa
at Austria;AUT
au Australia;AUS
aw Aruba
az Azerbaijan
ba Bosnia and Herzegovina;Bosnia
bb Barbados
bd Bangladesh
be Belgium;BEL
bf Burkina Faso
bg Bulgaria
bh Bahrain
bi Burundi
bj Benin
bm Bermuda
bn Brunei;Brunei Darussalam
bo Bolivia
br Brazil;BRA
bs Bahamas
bt Bhutan
bw Botswana
by Belarus
bz Belize
cd Democratic Republic of the Congo
cf Central African Republic
cg Congo
ch Switzerland;CHE
ci Ivory Coast
ck Cook Islands
cl Chile;CHL
cm Cameroon
cn China;CHN
co Colombia
cr Costa Rica
cv Cape Verde
cy Cyprus
cz Czech Republic;Czechia
de Germany;Deutschland;DEU
dj Djibouti
dk Denmark;DNK
dm Dominica
do Dominican Republic
dz Algeria
ec Ecuador
ee Estonia
eg Egypt
er Eritrea
es Spain;ESP
et Ethiopia
fi Finland;FIN
fj Fiji
fk Falkland Islands
fm Micronesia
fo Faroe Islands
fr France;FRA
ga Gabon
gd Grenada
ge Georgia
gf French Guiana
gg Guernsey
gh Ghana
gi Gibraltar
gl Greenland
gm Gambia
gn Guinea
gp Guadeloupe
gq Equatorial Guinea
gr Greece;GRC
gt Guatemala
gu Guam
gw Guinea-Bissau
gy Guyana
hk Hong Kong
hn Honduras
hr Croatia
ht Haiti
hu Hungary
id Indonesia
ie Ireland;IRL
il Israel;ISR
im Isle of Man
in India;IND
iq Iraq
is Iceland
it Italy;ITA
je Jersey
jm Jamaica
jo Jordan
jp Japan;JPN
ke Kenya
kg Kyrgyzstan
kh Cambodia
ki Kiribati
km Comoros
kn Saint Kitts and Nevis
kr South Korea;Korea;KOR
kw Kuwait
ky Cayman Islands
kz Kazakhstan
la Laos
lb Lebanon
lc Saint Lucia
li Liechtenstein
lk Sri Lanka
lr Liberia
ls Lesotho
lt Lithuania
lu Luxembourg
lv Latvia
ly Libya
ma Morocco
mc Monaco
md Moldova
me Montenegro
mg Madagascar
mh Marshall Islands
mk Macedonia
ml Mali
mm Myanmar;Burma
mn Mongolia
mo Macau
mp Northern Mariana Islands
mq Martinique
mr Mauritania
ms Montserrat
mt Malta
mu Mauritius
mv Maldives
mw Malawi
mx Mexico;MEX
my Malaysia;MYS
mz Mozambique
na Namibia
nc New Caledonia
ne Niger
ng Nigeria
ni Nicaragua
nl Netherlands;The Netherlands;Holland;NLD
no Norway;NOR
np Nepal
nr Nauru
nu Niue
nz New Zealand;NZL
om Oman
pa Panama
pe Peru
pf French Polynesia
pg Papua New Guinea
ph Philippines
pk Pakistan
pl Poland;POL
pr Puerto Rico;PRI
pt Portugal;PRT
pw Palau
py Paraguay
qa Qatar
re Reunion
ro Romania
rs Serbia
ru Russia;Russian Federation;RUS
rw Rwanda
sa Saudi Arabia
sb Solomon Islands
sc Seychelles
se Sweden;SWE
sg Singapore;SGP
si Slovenia
sk Slovakia
sl Sierra Leone
sm San Marino
sn Senegal
so Somalia
sr Suriname
sv El Salvador
sz Swaziland
tc Turks and Caicos Islands
td Chad
tg Togo
th Thailand
tj Tajikistan
tmp East Timor;TL
tn Tunisia
to Tonga
tr Turkey
tt Trinidad and Tobago
tv Tuvalu
tw Taiwan
tz Tanzania
ua Ukraine
ug Uganda
uy Uruguay
uz Uzbekistan
va Vatican City
vc Saint Vincent and the Grenadines
ve Venezuela
vg British Virgin Islands
vi Virgin Islands
vn Vietnam
vu Vanuatu
ws Samoa
ye Yemen
za South Africa;ZAF
zm Zambia
zw Zimbabwe
"""
# A name of less is close to too many.
_SHORTEST = 4


def code_of(country: str) -> str:
    """Return the code that a name or another code means, "" if that is unclear."""
    names = _codes()
    known = names.get(country.casefold())
    if known is None and len(country) >= _SHORTEST:
        meant = closest(country, names)
        known = None if meant is None else names[meant]
    return known or ""


@cache
def _codes() -> dict[str, str]:
    found = {}
    for line in _NAMES.split("\n")[1:-1]:
        code, _, names = line.partition(" ")
        found.update(dict.fromkeys(names.casefold().split(";"), code))
    return found
