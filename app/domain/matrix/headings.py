"""Headings that desks write over the columns of their lists, in English, German and French, and our own."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "reference": ("Reference", "Ref", "Ref.", "Our reference", "ID", "Kennung", "Aktenzeichen", "Référence", "Réf"),
    "partner": (
        "Partner", "Country", "Partner country", "With", "Counterpart", "Partnerland", "Land", "Staat", "Partenaire",
        "Pays", "Pays partenaire",
    ),
    "dialogue": (
        "Dialogue", "Format", "Series", "Dialogue series", "Dialog", "Dialogformat", "Konsultation", "Consultation",
        "Enceinte",
    ),
    "round": (
        "Round", "Meeting", "Session", "Round or meeting", "Runde", "Sitzung", "Treffen", "Dialogrunde", "Cycle",
        "Réunion", "Tour",
    ),
    "sentence": (
        "Sentence", "Commitment", "Commitment as agreed", "Agreed", "Agreed point", "Agreement", "Promise", "Outcome",
        "Deliverable", "Undertaking", "What was promised", "Operational conclusion", "Zusage", "Vereinbarung",
        "Verpflichtung", "Vereinbart", "Ergebnis", "Beschluss", "Engagement", "Engagement pris", "Conclusion",
        "Promesse", "Point convenu",
    ),
    "owed by": (
        "Owed by", "Whose", "Side", "Ours or theirs", "Owing side", "Responsible side", "Who owes",
        "Seite", "Wer schuldet",
        "Schuldner", "Partie", "Partie responsable", "Redevable", "Engagement de",
    ),
    "who": ("Who", "Promised by", "Body", "Institution", "Stelle", "Wer", "Organisme", "Qui"),
    "moves first": ("Moves first", "First mover", "Who moves first", "Erster Schritt bei", "Premier pas"),
    "said on": (
        "Said on", "Agreed on", "Date of meeting", "Date agreed", "Meeting date", "Date of round",
        "Datum der Sitzung",
        "Vereinbart am", "Zugesagt am", "Convenu le", "Date de la réunion", "Date de l'engagement",
    ),
    "due": (
        "By when", "By when, as stated", "Due", "Due date", "Deadline", "Target date", "Timeline",
        "Timeframe", "Frist",
        "Fällig", "Fällig am", "Termin", "Bis wann", "Zieldatum", "Échéance", "Délai", "Date limite", "Pour quand",
    ),
    "working date": ("Working date", "Internal deadline", "Interne Frist", "Échéance interne"),
    "hangs on": ("Hangs on", "Event", "Linked to", "Anlass", "Ereignis", "Événement", "Lié à"),
    "strength": ("Strength", "Firmness", "Verbindlichkeit", "Force"),
    "status": (
        "Status", "State", "Progress", "RAG", "RAG status", "State of play", "Implementation", "Stand", "Umsetzung",
        "Umsetzungsstand", "Sachstand", "Ampel", "État", "Statut", "Avancement", "État d'avancement",
    ),
    "last word": (
        "Last word", "Evidence", "Comment", "Comments", "Remarks", "Notes", "Last update", "Update", "Bemerkung",
        "Bemerkungen", "Anmerkung", "Nachweis", "Letzter Stand", "Remarque", "Remarques", "Observations", "Preuve",
        "Commentaire", "Commentaires",
    ),
    "carried": (
        "Carried", "Carried over", "Times carried", "Carry-over", "Übertragen", "Verschoben", "Reporté",
        "Reports",
    ),
    "topics": ("Topics", "Topic", "Subject", "Theme", "Thema", "Themen", "Thème", "Sujet", "Sujets"),
    "source": ("Source", "Where it stands", "Document", "Paragraph", "Quelle", "Fundstelle", "Dokument"),
    "follow-up": (
        "Follow-up", "Next step", "Next steps", "Action", "Action item", "Action required", "To do", "Task", "Step",
        "Nächster Schritt", "Nächste Schritte", "Maßnahme", "Aufgabe", "Weiteres Vorgehen",
        "Suite à donner", "Suites",
        "Action à mener", "Prochaine étape", "Prochaines étapes", "Mesure",
    ),
    "owner": (
        "Owner", "Lead", "Responsible", "Our lead", "POC", "Point of contact", "Assigned to", "Officer", "Zuständig",
        "Zuständigkeit", "Verantwortlich", "Federführung", "Federführend", "Bearbeiter", "Responsable", "Pilote",
        "Chef de file", "En charge",
    ),
    "unit": (
        "Unit", "Lead unit", "Department", "Supporting units", "Referat", "Abteilung", "Service", "Unité",
        "Direction",
    ),
    "follow-up due": ("Follow-up by when", "Action by", "Action due", "Step due", "Erledigen bis", "À faire pour"),
    "follow-up day": ("Date", "Datum", "Follow-up date"),
    "follow-up status": ("Follow-up status", "Action status", "Stand der Maßnahme", "État de l'action"),
    "waiting since": ("Waiting since", "Wartet seit", "En attente depuis"),
    "serves": ("Serves", "For commitment", "Zur Zusage", "Pour l'engagement"),
    "marking": (
        "Marking", "Classification", "TLP", "Sensitivity", "Handling", "Einstufung",
        "Kennzeichnung", "Vertraulichkeit",
        "Marquage", "Confidentialité", "Diffusion",
    ),
}  # fmt: skip
"""By what a column means; accents, case and marks do not matter."""
