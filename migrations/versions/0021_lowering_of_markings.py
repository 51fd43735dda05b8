"""A marking is lowered by two people: proposals, and what became of them."""

import sqlalchemy as sa
from alembic import op


revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('lowering',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('ref', sa.String(length=16), nullable=False),
    sa.Column('dialogue_id', sa.Integer(), nullable=False),
    sa.Column('record_kind', sa.String(length=30), nullable=False),
    sa.Column('record_ref', sa.String(length=16), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('from_rank', sa.Integer(), nullable=False),
    sa.Column('to_rank', sa.Integer(), nullable=False),
    sa.Column('with_parts', sa.Boolean(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('proposed_by_id', sa.Integer(), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.Enum('waiting', 'lowered', 'left as it is', 'taken back', name='outcome', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('decided_by_id', sa.Integer(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('word', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('marking', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['decided_by_id'], ['officer.id'], name=op.f('fk_lowering_decided_by_id_officer')),
    sa.ForeignKeyConstraint(['dialogue_id'], ['dialogue.id'], name=op.f('fk_lowering_dialogue_id_dialogue')),
    sa.ForeignKeyConstraint(['proposed_by_id'], ['officer.id'], name=op.f('fk_lowering_proposed_by_id_officer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_lowering')),
    sa.UniqueConstraint('ref', name=op.f('uq_lowering_ref'))
    )
    with op.batch_alter_table('lowering') as batch_op:
        batch_op.create_index(batch_op.f('ix_lowering_dialogue_id'), ['dialogue_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lowering_outcome'), ['outcome'], unique=False)
        batch_op.create_index('ix_lowering_record', ['record_kind', 'record_ref'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('lowering') as batch_op:
        batch_op.drop_index('ix_lowering_record')
        batch_op.drop_index(batch_op.f('ix_lowering_outcome'))
        batch_op.drop_index(batch_op.f('ix_lowering_dialogue_id'))

    op.drop_table('lowering')
