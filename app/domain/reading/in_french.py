"""How an undertaking is said in French."""

from app.domain.commitment import Strength
from app.domain.reading.language import Language, words

FRENCH = Language(
    code="fr",
    sign=words(
        r"\b(?:le|la|de|et|en|un|que|qui|les|des|une|dans|pour|avec|leur|leurs|entre|sur|est|ont|aux|"
        r"du)\b"
    ),
    forms=(
        (
            words(
                r"\b(?:a|ont)\s+invité\b|\binvitent?\b[^.;]*\bà\s+(?:participer|se\s+rendre|accueillir|"
                r"la\s+prochaine)|\ba\s+proposé\s+d'accueillir\b"
            ),
            Strength.OFFER,
            "a invité",
        ),
        (
            words(
                r"\b(?:annonc\w+|(?:a|ont)\s+annoncé|s'engage\w*)\b[^.;]*\b\d[\d\s.,]*\s*(?:millions?|"
                r"milliards?|euros|dollars|€)"
            ),
            Strength.PLEDGE,
            "a annoncé une contribution",
        ),
        (
            words(
                r"\b(?:prochain[es]*|deuxième|troisième|quatrième|"
                r"cinquième)\b[^.;]*\b(?:se\s+tiendr(?:a|ont)|"
                r"aur(?:a|ont)\s+lieu|sera\s+organisée?|seront\s+organisée?s|sera\s+accueillie?)\b"
            ),
            Strength.FIRM,
            "la prochaine est fixée",
        ),
        (
            words(
                r"\b(?:convenu(?:e?s)?|conviennent|convinrent|décidé|décident|engagé(?:e?s)?|s'engagent|"
                r"s'engage)\b[^.;]*\b(?:d'|de\s+|à\s+)(?:explorer|examiner|étudier|réfléchir|envisager)"
            ),
            Strength.EXPLORATORY,
            "sont convenus d'examiner",
        ),
        (
            words(
                r"\b(?:(?:sont|est)\s+convenu(?:e?s)?|(?:ont|a)\s+convenu|conviennent|(?:ont|a)\s+décidé|"
                r"décident|se\s+sont\s+engagé(?:e?s)?|s'est\s+engagée?|s'engagent|s'engage|"
                r"se\s+sont\s+accordé(?:e?s)?\s+(?:pour|à)|se\s+sont\s+mis(?:es)?\s+d'accord\s+pour|(?:ont|"
                r"a)\s+promis|(?:ont|a)\s+résolu)\b[^.;]*?(?:\b(?:de|à|pour)\s|\bd'|:)"
            ),
            Strength.FIRM,
            "sont convenus de",
        ),
        (
            words(
                r"\b(?:réaffirm|confirm|réitér|exprim|renouvel|soulign)\w*\b[^.;]*\b(?:engagement|"
                r"détermination|volonté|intention|disponibilité|résolution)\s+(?:commune?\s+|mutuelle?\s+|"
                r"à\s+|de\s+|d')"
            ),
            Strength.POLITICAL,
            "ont réaffirmé leur volonté de",
        ),
        (
            words(
                r"\b(?:les\s+deux\s+(?:parties|pays|délégations|côtés|ministres|gouvernements|États)|elles|"
                r"ils|nous|la\s+France|l'Union\s+européenne|l'UE|le\s+\w+|l'ANSSI)\s+(?:\w+(?:ont|ons|era|"
                r"eront|erons|ira|iront|irons|dra|dront|drons|tra|tront|trons))\b"
            ),
            Strength.FIRM,
            "futur",
        ),
        (
            words(
                r"\b(?:ont\s+l'intention|a\s+l'intention|entendent|prévoient|prévoit|envisagent)"
                r"\b\s*(?:de|d'|"
                r"\w+er\b|\w+ir\b)"
            ),
            Strength.INTENTION,
            "ont l'intention de",
        ),
        (words(r"\b(?:poursuivront|continueront|maintiendront)\b"), Strength.CONTINUING, "poursuivront"),
    ),
    not_promised=words(
        r"\ben\s+(?:19|20)\d\d\b[^.;]*\b(?:convenu|décidé|engagé)|\b(?:devraient|devrait|pourraient|"
        r"espèr\w+|souhait\w+|se\s+réjoui\w+|se\s+félicit\w+|salu(?:ent|é|e)\b|ont\s+salué|"
        r"importance\s+(?:de|du|des|d')|la\s+nécessité|appel(?:lent|é|le)\b|encourag\w+|"
        r"comme\s+convenu|ont\s+pris\s+note|rappel(?:lent|é|ant)|convenu(?:e?s)?\s+que\s+les?\s+États\s+d)"
    ),
    values=words(
        r"\b(?:ouvert|libre|sûr|stable|sécurisé|mondial|pacifique)\b[^.;]{0,60}|\bcyberespace\s+(?:ouvert|"
        r"libre|sûr|stable|mondial|pacifique)|\bétat\s+de\s+droit\b|\bdroits\s+de\s+l'homme\b|"
        r"\bcomportement\s+responsable"
    ),
    wide=words(
        r"^(?!.*\b(?:dialogues?|consultations)\b)[^.;]*\b(?:coopération|dialogue\s+étroit|partenariat|"
        r"échanges|concertation)\b(?:\s+(?:bilatérale?s?|dans|en|matière|de|le|la|domaine|cyber\w*|"
        r"cybersécurité|du|numérique|étroite?s?|et|leur|mutuelle))*\W*$"
    ),
    held=words(
        r"\b(?:s'est\s+tenue?|se\s+sont\s+(?:tenu|réuni|rencontré)\w*|ont\s+(?:tenu|échangé|discuté|"
        r"convenu|abordé|eu)|a\s+eu\s+lieu|sont\s+convenu\w*|a\s+réuni)\b"
    ),
    to_come=words(r"\b(?:se\s+tiendra|aura\s+lieu|se\s+réunir(?:a|ont)|se\s+rendra|participera)\b"),
)
