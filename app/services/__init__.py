"""What people do: one function per act, each given the unit of work."""

from app.services import agenda as agenda
from app.services import ahead as ahead
from app.services import audit as audit
from app.services import commitments as commitments
from app.services import delegations as delegations
from app.services import dialogues as dialogues
from app.services import drafts as drafts
from app.services import feeds as feeds
from app.services import files as files
from app.services import follow_ups as follow_ups
from app.services import lists as lists
from app.services import meetings as meetings
from app.services import notes as notes
from app.services import office as office
from app.services import officers as officers
from app.services import origins as origins
from app.services import outbox as outbox
from app.services import paper_of as paper_of
from app.services import partners as partners
from app.services import readouts as readouts
from app.services import review as review
from app.services import rhythm as rhythm
from app.services import rounds as rounds
from app.services import sign_in as sign_in
from app.services import steps as steps
from app.services import terms as terms
