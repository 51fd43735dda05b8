"""A paper that uses everything that a paper can hold, in ten scripts."""

import io
from datetime import date

from PIL import Image, ImageDraw

from app.domain.paper import (
    CommitmentLine,
    DelegationSheet,
    Fact,
    Footnote,
    Letterhead,
    Paper,
    PaperParagraph,
    Person,
    Section,
)


def emblem() -> bytes:
    """A round emblem with a hole, on transparent ground, as a PNG file."""
    image = Image.new("RGBA", (240, 300))
    drawing = ImageDraw.Draw(image)
    drawing.polygon([(0, 0), (240, 0), (240, 180), (120, 300), (0, 180)], fill=(28, 58, 102))
    drawing.ellipse([60, 50, 180, 170], fill=(250, 205, 60))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


ENGLISH = (
    "The two sides exchanged views on the threat landscape and noted that intrusions into the networks of "
    "operators of critical infrastructure have grown more patient: access is bought, kept for months, and used "
    "only when it matters. They agreed that attribution is a sovereign decision, and that a statement carries "
    "further when it is made together."
)
SCRIPTS = (
    ("Greek", "el", "Οι δύο πλευρές αντάλλαξαν απόψεις για τις απειλές στον κυβερνοχώρο και συμφώνησαν να συνεχίσουν."),
    ("Ukrainian", "uk", "Сторони обговорили захист об’єктів критичної інфраструктури та домовилися про обмін ґрунтовними звітами."),
    ("Japanese", "ja", "双方は、重要インフラに対するサイバー攻撃の脅威について意見交換を行い、情報共有を一層強化することで一致した。「次回会合」は2027年に東京で開催される。"),
    ("Korean", "ko", "양측은 주요 기반시설에 대한 사이버 위협에 관하여 의견을 교환하고 정보 공유를 강화하기로 합의하였다."),
    ("Chinese", "zh-Hans", "双方就关键基础设施面临的网络威胁交换了意见，并同意进一步加强信息共享。"),
    ("Hindi", "hi", "दोनों पक्षों ने महत्वपूर्ण अवसंरचना पर साइबर खतरों के बारे में विचार-विमर्श किया और सूचना साझा करने पर सहमति व्यक्त की।"),
    ("Thai", "th", "ทั้งสองฝ่ายแลกเปลี่ยนความคิดเห็นเกี่ยวกับภัยคุกคามทางไซเบอร์ต่อโครงสร้างพื้นฐานที่สำคัญ และเห็นพ้องที่จะเพิ่มการแบ่งปันข้อมูล"),
    ("Arabic", "ar", "تبادل الجانبان وجهات النظر حول التهديدات السيبرانية التي تواجه البنية التحتية الحيوية (CERT-UA)، واتفقا على الاجتماع في 3 ديسمبر 2026."),
    ("Hebrew", "he", "הצדדים החליפו דעות על איומי הסייבר על תשתיות קריטיות והסכימו להיפגש שוב בשנת 2027."),
)  # fmt: skip
JAPAN = DelegationSheet(
    "Japan",
    12,
    (),
    (
        Person("YAMAMOTO Takeomi", "山本 武臣", "Ambassador for Cyber Affairs", "MOFA", "head"),
        Person("SATO Hanako", "佐藤 花子", "Director", "National Cybersecurity Office"),
    ),
    "ja",
)
UKRAINE = DelegationSheet(
    "Ukraine",
    9,
    ("State Service of Special Communications",),
    (Person("Olena KOVALENKO", "Олена Коваленко", "Director-General", "MFA", "head"),),
    "uk",
)
FULL = Paper(
    title="Third Japan–Ukraine Cyber Dialogue",
    subtitle="Record of the consultations",
    reference="UA-JP/2026/3",
    dated=date(2026, 12, 4),
    version=2,
    marking="RESTRICTED",
    facts=(
        Fact("Held", "3 December 2026, Tokyo"),
        Fact("Chairs", "Ambassador Yamamoto and Ms Kovalenko"),
        Fact("Previous round", "12 November 2025, Kyiv"),
    ),
    delegations=(UKRAINE, JAPAN),
    sections=(
        Section(
            "Threat landscape",
            1,
            (
                PaperParagraph(
                    ENGLISH,
                    "They said",
                    "INTERNAL",
                    number=1,
                    footnotes=(
                        Footnote("Joint advisory of 14 October 2026, page 3.", ENGLISH.index(" have grown")),
                        Footnote("See paragraph 4 of the record of the second round, Kyiv, 12 November 2025."),
                    ),
                ),
                PaperParagraph(
                    "We set out three priorities for the year to come:",
                    "We said",
                    number=2,
                    items=(
                        "an exchange of indicators every week, through the channel that was opened in May;",
                        "joint training of incident responders, first in Kyiv and then in Tokyo, with places kept "
                        "for operators of energy networks;",
                        "a common line before the next session in New York.",
                    ),
                ),
            ),
        ),
        Section(
            "In other words",
            2,
            tuple(PaperParagraph(text, name, None, language, 3 + i) for i, (name, language, text) in enumerate(SCRIPTS)),
        ),
        Section(
            "Next steps",
            3,
            (
                PaperParagraph(
                    "The two sides will:",
                    items=("name points of contact;", "תיאום מועד הפגישה הבאה;", "meet in Kyiv in 2027."),
                    ordered=True,
                    footnotes=(Footnote("By note verbale."),),
                ),
            ),
        ),
    ),
    commitments=(
        CommitmentLine("Ukraine will share its report on the outage.", "Ukraine", "by the end of 2026", "On track"),
        CommitmentLine("Japan will host a training for twelve responders.", "Japan", "March 2027", "Open"),
        CommitmentLine("Both will name a point of contact.", "Both", "", "Done"),
    ),
    sources=("Joint press release, 3 December 2026", "Notes of the desk"),
    note="For the two ministries only.",
    letterhead=Letterhead(
        ("Ministry of Foreign Affairs of Ukraine", "Міністерство закордонних справ України", "Cyber Diplomacy Desk · Kyiv"),
        emblem(),
        "Coat of arms of the house",
    ),
)  # fmt: skip
