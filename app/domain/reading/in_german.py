"""How an undertaking is said in German."""

from app.domain.commitment import Strength
from app.domain.reading.language import Language, words

GERMAN = Language(
    code="de",
    sign=words(
        r"\b(?:zu|zur|zum|ein|eine|einen|von|mit|im|den|dem|sie|wir|auf|der|die|das|und|wurde|werden|"
        r"haben|beide|nicht|für|über|sowie|zwischen)\b"
    ),
    forms=(
        (
            words(
                r"\b(?:lud(?:en)?|luden|lädt|laden|hat\b.*\beingeladen|haben\b.*\beingeladen)"
                r"\b[^.;]*\b(?:ein|"
                r"eingeladen)\b"
            ),
            Strength.OFFER,
            "lud ein",
        ),
        (
            words(
                r"\b(?:kündig(?:te|ten|t|en)|sagt?e?n?|stell(?:te|ten|t|"
                r"en))\b[^.;]*\b\d[\d.,]*\s*(?:Millionen|Mio\.?|Milliarden|Euro|US-Dollar)\b"
            ),
            Strength.PLEDGE,
            "sagte Geld zu",
        ),
        (
            words(
                r"\bnächste[nrs]?\b[^.;]*\b(?:wird|werden|soll|sollen)\b[^.;]*\b(?:stattfinden|ausgerichtet|"
                r"abgehalten|fortgesetzt|veranstaltet)\b"
            ),
            Strength.FIRM,
            "die nächste ist angesetzt",
        ),
        (
            words(
                r"\b(?:prüfen|sondieren|auszuloten|zu erkunden)\b(?=.*\b(?:vereinbart|werden|überein|"
                r"wollen)\b)|\b(?:vereinbart\w*|überein)\b[^.;]*\bzu (?:prüfen|sondieren|erkunden)\b"
            ),
            Strength.EXPLORATORY,
            "vereinbarten zu prüfen",
        ),
        (
            words(
                r"\b(?:vereinbar(?:t|te|ten|en)|verständig(?:t|te|ten|en)\s+sich|(?:kamen|kommen|"
                r"sind)\b[^.;]*\büberein(?:gekommen)?|überein(?:gekommen)?|beschloss(?:en)?|beschließen|"
                r"verpflicht(?:et|ete|eten|en)\s+sich|einig(?:t|te|ten|en)\s+sich|"
                r"haben\s+sich\b[^.;]*\b(?:verständigt|geeinigt|verpflichtet)|sagt?en?\b[^.;]*\bzu\b|"
                r"zugesagt|"
                r"sicherten?\b[^.;]*\bzu)\b"
            ),
            Strength.FIRM,
            "vereinbarten",
        ),
        (
            words(
                r"\b(?:bekräftig(?:t|te|ten|en)|bestätig(?:t|te|ten|en)|erklär(?:t|te|ten|en)|unterstr(?:ich|"
                r"ichen)|beton(?:t|te|ten|en))\b[^.;]*\b(?:Absicht|Willen|Bereitschaft|Engagement|"
                r"Verpflichtung|Entschlossenheit|fortzusetzen|weiterzuführen|auszubauen|zu vertiefen)\b"
            ),
            Strength.POLITICAL,
            "bekräftigten den Willen",
        ),
        (
            words(
                r"\b(?:wir|(?:die\s+)?(?:beiden?\s+)?(?:Seiten|Delegationen|Länder|Staaten|Regierungen|"
                r"Minister|Partner)|sie|Deutschland|die EU|das Auswärtige Amt|das Bundesministerium\b[^,;.]*|"
                r"das BSI)\s+(?:und\s+\w+\s+)?(?:werden|wird|wollen|will)\s+(?!(?:von|durch)\b)"
            ),
            Strength.FIRM,
            "werden",
        ),
        (
            words(
                r"\b(?:beabsichtig(?:t|en|te|ten)|planen|plant|plante[n]?|ist geplant|streben\b[^.;]*\ban\b|"
                r"haben vor)\b"
            ),
            Strength.INTENTION,
            "beabsichtigen",
        ),
    ),
    not_promised=words(
        r"\b(?:im|am|in)\s+(?:\w+\s+)?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|"
        r"November|Dezember)?\s*(?:19|20)\d\d\b[^.;]*\b(?:vereinbart|beschlossen|verpflichtet)\b|"
        r"\b(?:sollten|sollte|könnten|müssen|müsste|hoff(?:t|en|te|ten)|freu(?:t|en|te|ten)\s+sich|"
        r"Bedeutung\s+(?:von|der|des|einer)|wichtig\s+sei|begrüß(?:t|te|ten|en)|würdig(?:t|te|ten|en)|"
        r"nahmen\s+zur\s+Kenntnis|wie\s+(?:bereits\s+)?vereinbart|vereinbarte[nrs]?\s+(?:Maßnahmen|"
        r"Schritte|Ziele)|sind\s+sich\s+einig,\s+dass|waren\s+sich\s+einig)\b"
    ),
    values=words(
        r"\b(?:offenen?|freien?|sicheren?|stabilen?|globalen?|friedlichen?)\b[^.;]{0,60}\b(?:Cyberraums?|"
        r"Cyber-Raums?|Internets?)\b|\bRechtsstaatlichkeit\b|\bMenschenrechte\b|\bregelbasierten?\b|"
        r"\bverantwortungsvolle[ns]?\s+staatliche[ns]?\s+Verhalten"
    ),
    wide=words(
        r"^(?!.*\b(?:Konsultationen|\w*[Dd]ialogs?)\b)[^.;]*\b(?:Zusammenarbeit|Kooperation|Partnerschaft|"
        r"Austausch|Kontakte)\b(?:\s+(?:im|in|auf|bei|der|dem|den|diesem|Bereich|Gebiet|Cyber\w*|weiter|"
        r"künftig|eng|enger|noch|zu|und|auch|\w*setzen|vertiefen|stärken|intensivieren|auszubauen|"
        r"fortzuführen|der\s+Cybersicherheit))*\W*$"
    ),
    held=words(
        r"\b(?:fand(?:en)?|hielten|trafen|kamen|tauschten|erörterten|diskutierten|abgehalten|vereinbart|"
        r"vereinbarten|stattgefunden)\b"
    ),
    to_come=words(
        r"\b(?:findet|finden|werden|wird|treffen|reist)\b[^.]*\b(?:statt|stattfinden|zusammenkommen|"
        r"treffen|am\s+\d)"
    ),
)
