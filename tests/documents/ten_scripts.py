"""Paragraphs in ten scripts, and mixed ones, whose lines are compared with what others make of them."""

from tests.documents.full_paper import ENGLISH, SCRIPTS

_MORE: dict[str, tuple[str, ...]] = {
    "en": (
        "The co-chairs (H.E. Ms Kovalenko, Kyiv; Mr YAMAMOTO, Tokyo) met on 3 December 2026, 10:00–17:30, and took note of "
        "A/RES/79/237, of the CERT-UA/JPCERT arrangement — “signed” in May — and of US$1,250,000 (€1.1 million, 12%) for state-of-the-art training.",
    ),
    "el": (
        "«Η συνεργασία», δήλωσαν, «θα συνεχιστεί το 2027 στην Αθήνα» — με τη συμμετοχή του ENISA, της Europol και 12 "
        "οργανισμών· τι θα ακολουθήσει; Θα εξεταστεί στις 14/10/2026.",
    ),
    "uk": (
        "Держспецзв’язку (CERT-UA) поінформувала про 2 543 інциденти у 2026 р.; сторони домовилися «невідкладно» "
        "обмінюватися технічними індикаторами — щонайменше 2–3 рази на тиждень, зокрема через MISP.",
    ),
    "ja": (
        "日・ウクライナ両政府は、2026年12月3日（木）、東京において第3回サイバー協議を開催した。CERT-UAのコヴァレンコ局長ほかが出席し、"
        "ランサムウェア、ＩｏＴ機器、サプライチェーン等について「率直な」議論を行った…。次回は10:00〜17:30にキーウで、という点で一致した！",
    ),
    "ko": (
        "제3차 한-EU 사이버 정책협의회가 2026년 12월 3일(목) 서울에서 개최되었다. 양측은 ‘책임 있는 국가 행동’ 규범, "
        "랜섬웨어 대응(Counter Ransomware Initiative), 유엔 개방형작업반(OEWG) 등 5개 의제를 논의하고 2027년 브뤼셀에서 다시 만나기로 했다.",
    ),
    "zh-Hans": (
        "第三轮中欧网络工作组会议于2026年12月3日在北京举行。双方讨论了《联合国宪章》、关键信息基础设施保护、ICT供应链安全等12项议题，"
        "并“原则上”同意2027年在布鲁塞尔（Brussels）举行下一轮会议；具体日期另行商定。",
    ),
    "hi": (
        "तीसरी भारत–यूरोपीय संघ साइबर वार्ता 3 दिसंबर 2026 को नई दिल्ली में हुई; CERT-In के महानिदेशक ने १२ घटनाओं (रैंसमवेयर, फ़िशिंग) "
        "पर जानकारी दी। “अगली बैठक ब्रुसेल्स में होगी”, दोनों अध्यक्षों ने कहा।",
    ),
    "th": (
        "การประชุมหารือด้านไซเบอร์ระหว่างประเทศไทยกับญี่ปุ่นครั้งที่ 3 จัดขึ้นที่กรุงเทพมหานครเมื่อวันที่ 3 ธันวาคม พ.ศ. 2569 โดยมีผู้แทนจาก ThaiCERT "
        "และกระทรวงการต่างประเทศเข้าร่วม ทั้งสองฝ่ายตกลงที่จะแลกเปลี่ยนข้อมูลเกี่ยวกับมัลแวร์เรียกค่าไถ่ (ransomware) ทุกๆ เดือน",
        "รัฐบาลยืนยันว่ากฎหมายระหว่างประเทศมีผลบังคับใช้กับการกระทำของรัฐในโลกไซเบอร์และสนับสนุนการดำเนินการตามบรรทัดฐานของสหประชาชาติอย่างต่อเนื่อง",
    ),
    "ar": (
        "عُقدت الجولة الثالثة من الحوار السيبراني بين مصر والاتحاد الأوروبي في القاهرة يوم 3 ديسمبر 2026 (10:00–17:30)، بمشاركة EG-CERT وENISA "
        "وممثلين عن ١٢ جهة؛ وأُعلن عن تمويل قدره 1,250,000 يورو، أي +12% مقارنةً بعام 2025.",
        "وقال السفير: «نرحب بتقرير A/79/214»، ثم أشار إلى «United Nations Open-ended Working Group on security of ICTs» وإلى المادة 5 (أ).",
    ),
    "he": (
        "הסבב השלישי של הדיאלוג (ישראל–יפן) התקיים בטוקיו ב-3 בדצמבר 2026, בין 10:00 ל-17:30, בהשתתפות CERT-IL ו-JPCERT/CC; "
        "הוסכם על תקציב של 1,250,000 ש\"ח (כ-12%) ועל פגישה נוספת ב-2027.",
        "המשלחת ציינה את \"Budapest Convention on Cybercrime\" ואת החלטה 79/237 של העצרת הכללית (A/RES/79/237), סעיף 5(ב).",
    ),
}  # fmt: skip
_MIXED = (
    ("en", "The Hebrew name משרד החוץ stands beside the Arabic وزارة الخارجية, the Japanese 外務省 (Gaimushō) and the Ukrainian МЗС; Prof. Müller-Ångström, Łódź, took note on 3/12/2026."),
    ("en", "Participants: 山本 武臣 (YAMAMOTO Takeomi), Олена Коваленко, 김민수 (KIM Min-su), Ελένη Παπαδοπούλου, अनिल शर्मा, สมชาย ใจดี, and דוד לוי (David LEVY)."),
    ("ar", "شارك في الاجتماع السيد 山本 (YAMAMOTO Takeomi) والسيدة Олена Коваленко، مديرة CERT-UA، وجرى بحث 3 ملفات: (1) ransomware، (2) IoT، (3) supply chain."),
    ("ja", "ウクライナ側からはОлена Коваленко局長（CERT-UA）、イスラエル側からは דוד לוי 大使が出席し、A/RES/79/237及び3つの文書（計48頁）を確認した。"),
)  # fmt: skip

PARAGRAPHS: tuple[tuple[str, str, str], ...] = (
    ("Latin", "en", ENGLISH),
    *((script, language, text) for script, language, text in SCRIPTS),
    *(
        (name, language, text)
        for name, language in (("Latin", "en"), *((name, language) for name, language, _ in SCRIPTS))
        for text in _MORE[language]
    ),
    *(("Mixed", language, text) for language, text in _MIXED),
)
"""Name of the script, language (BCP 47) and text."""
