"""All tables at once, for whoever needs the whole: the migrations and the factory."""

from app.models.audit import AuditEntry, AuditHead
from app.models.calendar_program import CalendarProgram, ProgramVisit
from app.models.clearance import Clearing, ReadoutText, Remark
from app.models.collection import Collection, CollectionMember
from app.models.commitment import Commitment, CommitmentMove, FollowUp, FollowUpMove
from app.models.dialogue import Dialogue, DialogueStep
from app.models.feed import Feed, FeedCopy
from app.models.guest import Guest, Invitation, MailedReply
from app.models.import_file import ImportFile
from app.models.joint_statement import JointMove, JointStatement, JointVersion
from app.models.lowering import Lowering
from app.models.mailbox import Mailbox
from app.models.office import Desk, OfficeRow, TermRow
from app.models.officer import Attempt, Draft, Leave, Officer, ReadIn, SignedIn, Submission
from app.models.outbox import Enclosure, Message
from app.models.own_time import BusySpan, DayOff, NamedCalendar
from app.models.paper_layout import LetterheadRow, PaperLayout
from app.models.partner import Contact, Partner
from app.models.past import PastState
from app.models.poll import Slot, SlotVote
from app.models.position import Accession, Position
from app.models.readout import Readout, Release
from app.models.round import Meeting, Round
from app.models.search import SearchEntry
from app.models.season import Season
from app.models.serving import Serving, UnderItem
from app.models.source_text import SetAside, SourceText
from app.models.substance import AgendaItem, Attachment, Delegate, Delegation, Note, Source
from app.models.tag import Tag

TABLES = (
    Accession, AgendaItem, Attachment, Attempt, AuditEntry, AuditHead, BusySpan, CalendarProgram, Clearing,
    Collection, CollectionMember, Commitment, CommitmentMove, Contact, DayOff, Delegate, Delegation, Desk,
    Dialogue, DialogueStep, Draft, Enclosure, Feed, FeedCopy, FollowUp, FollowUpMove, Guest, ImportFile,
    Invitation, JointMove, JointStatement, JointVersion, Leave, LetterheadRow, Lowering, Mailbox, MailedReply, Meeting,
    Message, NamedCalendar, Note, OfficeRow, Officer, PaperLayout, Partner, PastState, Position, ProgramVisit,
    ReadIn, Readout, ReadoutText, Release, Remark, Round, SearchEntry, Season, Serving, SetAside, SignedIn,
    Slot, SlotVote, Source, SourceText, Submission, Tag, TermRow, UnderItem,
)  # fmt: skip
