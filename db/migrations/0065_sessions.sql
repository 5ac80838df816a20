-- A session is a meeting of people: before it times and an agenda, during it notes and hats, after it what was agreed.
-- Its id is its audience, so whoever takes part in it reads it, and nothing of a journey by that.

-- Words that several people write at once belong to all of them: a text is what its changes make of it, and no change has an author.
create table shared_text (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  audience_id uuid not null,
  -- All changes up to `merged_to` in one, without what was deleted since.
  merged bytea,
  merged_to int not null default 0,
  last_change int not null default 0,
  primary key (organisation_id, id)
);
create index shared_text_of_audience on shared_text (organisation_id, audience_id);

create table shared_text_change (
  organisation_id uuid not null,
  shared_text_id uuid not null,
  number int not null,
  content bytea not null,
  primary key (organisation_id, shared_text_id, number),
  foreign key (organisation_id, shared_text_id) references shared_text (organisation_id, id) on delete cascade
);

create table session (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  journey_id uuid,
  kind text not null check (kind in ('one_to_one', 'group')),
  created_by uuid,
  state text not null default 'planned' check (state in ('planned', 'running', 'held', 'cancelled')),
  made_at timestamptz not null default now(),
  began_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, created_by) references person (organisation_id, id) on delete set null (created_by)
);
create index session_of_journey on session (organisation_id, journey_id, made_at);
create index session_by_person on session (organisation_id, created_by);

-- A point of the agenda: suggested by a rule until somebody writes words of their own, or carried over from a session before.
create table session_item (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  position int not null,
  suggestion text check (suggestion in ('open_points', 'proposals', 'challenge', 'plan', 'trying', 'review', 'closing', 'transfer', 'agreement', 'arrive')),
  carried_from uuid,
  done_at timestamptz,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, session_id) references session (organisation_id, id) on delete cascade,
  foreign key (organisation_id, carried_from) references session_item (organisation_id, id) on delete set null (carried_from)
);
create index session_item_of_session on session_item (organisation_id, session_id, position);
create index session_item_carried on session_item (organisation_id, carried_from);

create table session_agreement (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  made_by uuid,
  made_at timestamptz not null default now(),
  by_when date,
  -- Into which journey it went, as a step or as a suggestion of one.
  step_id uuid,
  proposal_id uuid,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, session_id) references session (organisation_id, id) on delete cascade,
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by),
  foreign key (organisation_id, step_id) references step (organisation_id, id) on delete set null (step_id),
  foreign key (organisation_id, proposal_id) references proposal (organisation_id, id) on delete set null (proposal_id)
);
create index session_agreement_of_session on session_agreement (organisation_id, session_id, made_at);
create index session_agreement_as_step on session_agreement (organisation_id, step_id);
create index session_agreement_as_proposal on session_agreement (organisation_id, proposal_id);
create index session_agreement_by_person on session_agreement (organisation_id, made_by);

-- What somebody does in a session for a while, asked of the others and marked: never two at once.
create table hat_segment (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  hat text not null check (hat in ('coaching', 'training')),
  minutes int not null check (minutes between 5 and 120),
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, session_id) references session (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (started_at is null or answered_at is not null)
);
create unique index one_hat_at_a_time on hat_segment (organisation_id, session_id) where started_at is not null and ended_at is null;
create index hat_segment_of_session on hat_segment (organisation_id, session_id, asked_at);
create index hat_segment_of_person on hat_segment (organisation_id, person_id);
