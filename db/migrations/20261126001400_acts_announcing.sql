-- Announcing, relations and states of the text: what the office plans, what one act does to another as one list, and the
-- indexes by which the night finds what comes on its day. PostgreSQL 15.

-- The next version of the text of an announced act, before it is public: from which day its words hold and which changes it
-- carries out, or why the words that hold are put right. Nothing is done to the text of an announced act without one.
create table council_acts.planned_states (
  act_id uuid primary key,
  institution_id uuid not null,
  purpose text not null constraint planned_state_purpose_known check (purpose in ('consolidated', 'correction')),
  holds_from date not null,
  note text constraint planned_state_note_length check (length(note) between 3 and 1000),
  relation_ids uuid[] not null default '{}',
  planned_at timestamptz not null,
  planned_by uuid references platform.accounts (id),
  constraint planned_state_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade,
  constraint planned_state_does_something check (purpose = 'correction' or cardinality(relation_ids) > 0),
  constraint planned_state_correction_says_why check (purpose = 'consolidated' or note is not null)
);

-- The same, whichever side told of it: `source_id` does something to `target_id`. An act that is not kept here is null.
create view council_acts.effects as
select relation.id, relation.institution_id, relation.act_id, relation.kind, relation.by_articles, relation.of_articles,
       case when relation.passive then relation.other_id else relation.act_id end as source_id,
       case when relation.passive then relation.act_id else relation.other_id end as target_id,
       relation.other_words, relation.passive, relation.effective_on, relation.state, relation.origin, relation.carried_out_in
from council_acts.relations as relation;

-- The same as everybody may read it: what stands.
create view council_acts.published_changes as
select relation.id, relation.kind, relation.by_articles, relation.of_articles,
       case when relation.passive then relation.other_id else relation.act_id end as source_id,
       case when relation.passive then relation.act_id else relation.other_id end as target_id,
       relation.other_words, relation.effective_on, relation.carried_out_in
from council_acts.published_relations as relation
where relation.state = 'standing';

create index acts_coming_into_force on council_acts.acts (in_force_from)
  where state = 'announced' and not history and in_force_from is not null;
create index act_relations_effective on council_acts.relations (effective_on)
  where state = 'standing' and other_id is not null and effective_on is not null;
create index act_events_of_kind on council_acts.act_events (act_id, kind);
create index act_events_by_act_kind on council_acts.act_events (by_act_id, act_id, kind) where by_act_id is not null;
