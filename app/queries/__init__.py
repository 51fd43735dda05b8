"""Questions to the record: functions that build a SELECT and run nothing."""

from app.queries import audit as audit
from app.queries import cadence as cadence
from app.queries import closing as closing
from app.queries import commitments as commitments
from app.queries import desk as desk
from app.queries import dialogues as dialogues
from app.queries import digests as digests
from app.queries import feeds as feeds
from app.queries import follow_ups as follow_ups
from app.queries import leaves as leaves
from app.queries import loads as loads
from app.queries import meetings as meetings
from app.queries import officers as officers
from app.queries import outbox as outbox
from app.queries import partners as partners
from app.queries import parts as parts
from app.queries import past as past
from app.queries import positions as positions
from app.queries import readouts as readouts
from app.queries import review as review
from app.queries import rounds as rounds
from app.queries import schedule as schedule
from app.queries import search as search
from app.queries import source_texts as source_texts
from app.queries import substance as substance
from app.queries import terms as terms
