-- A learning journey: structure, choices, dates and numbers. The words of people lie in `passage`.
-- The audience of a journey is the journey's id.

create table journey (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  learner_id uuid not null,
  status text not null default 'draft' check (status in ('draft', 'active', 'paused', 'closed')),
  phase text not null default 'identify' check (phase in ('identify', 'plan', 'try', 'evaluate', 'close', 'transfer', 'done')),
  outcome text check (outcome in ('solved', 'set_aside', 'passed_on')),
  solved_independence text check (solved_independence in ('with_help', 'on_my_own')),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  closed_at timestamptz,
  resume_on date,
  last_written_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade,
  check (status <> 'draft' or (phase = 'identify' and outcome is null)),
  check (status not in ('active', 'paused') or (outcome is null and phase not in ('transfer', 'done'))),
  check (status <> 'closed' or (outcome is not null and phase in ('transfer', 'done')))
);
create index journey_of_learner on journey (organisation_id, learner_id);

-- What happened to the journey, by whom, when: its course, never overwritten.
create table journey_event (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  name text not null,
  actor_id uuid,
  at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade
);
create index journey_event_of_journey on journey_event (organisation_id, journey_id);

create table challenge (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  version int not null check (version >= 1),
  kind text check (kind in ('task', 'problem')),
  learnable text check (learnable in ('yes', 'partly', 'no')),
  risk_flags text[] not null default '{}' check (risk_flags <@ array['safety', 'legal', 'customer_data', 'none']),
  confidence_start int check (confidence_start between 0 and 10),
  expected_weeks int check (expected_weeks between 1 and 26),
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  unique (organisation_id, journey_id, version),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade
);

-- Never shared with anybody, whatever the learner opens.
create table challenge_private (
  organisation_id uuid not null,
  challenge_id uuid not null,
  person_id uuid not null,
  importance int check (importance between 0 and 10),
  primary key (organisation_id, challenge_id),
  foreign key (organisation_id, challenge_id) references challenge (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

create table success_sign (
  organisation_id uuid not null,
  id uuid not null,
  challenge_id uuid not null,
  journey_id uuid not null,
  position int not null default 0,
  kind text check (kind in ('visible', 'felt', 'noticed_by_others')),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, challenge_id) references challenge (organisation_id, id) on delete cascade,
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade
);
create index success_sign_of_journey on success_sign (organisation_id, journey_id);

create table cycle (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  number int not null check (number >= 1),
  state text not null default 'open' check (state in ('open', 'reviewed', 'unreviewed')),
  challenge_id uuid not null,
  planned_review_on date,
  lead_intent jsonb not null default '{}',
  opened_at timestamptz not null default now(),
  try_started_at timestamptz,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, journey_id, number),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, challenge_id) references challenge (organisation_id, id) on delete cascade
);
create unique index one_open_cycle on cycle (organisation_id, journey_id) where state = 'open';

create table step (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  position int not null default 0,
  kind text check (kind in ('self_study', 'training', 'coaching', 'group_session', 'on_the_job_trial', 'peer_consultation', 'shadowing', 'other')),
  by_when date,
  minutes_planned int check (minutes_planned between 5 and 2400),
  confidence int check (confidence between 0 and 10),
  status text not null default 'planned' check (status in ('planned', 'doing', 'done', 'partly_done', 'changed', 'dropped')),
  created_by uuid not null,
  created_as text not null check (created_as in ('learner', 'facilitator')),
  from_passage_id uuid,
  carried_from_id uuid,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade
);
create index step_of_journey on step (organisation_id, journey_id);

create table need (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  step_id uuid not null,
  position int not null default 0,
  needed_by date,
  state text not null default 'open' check (state in ('open', 'there', 'not_available')),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, step_id) references step (organisation_id, id) on delete cascade
);
create index need_of_journey on need (organisation_id, journey_id);

-- A note while trying. Private until its author opens it: audience_id null, or the journey.
create table observation (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  step_id uuid,
  author_id uuid not null,
  audience_id uuid,
  at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade,
  foreign key (organisation_id, step_id) references step (organisation_id, id) on delete cascade,
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade
);
create index observation_of_journey on observation (organisation_id, journey_id);

create table observation_private (
  organisation_id uuid not null,
  observation_id uuid not null,
  person_id uuid not null,
  mood text check (mood in ('low', 'ok', 'good')),
  primary key (organisation_id, observation_id),
  foreign key (organisation_id, observation_id) references observation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- A picture or document beside a note; read by whoever reads the note.
create table attachment (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  observation_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  media_type text not null,
  content bytea not null check (octet_length(content) between 1 and 10485760),
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, observation_id) references observation (organisation_id, id) on delete cascade
);
create index attachment_of_observation on attachment (organisation_id, observation_id);

-- A draft, readable by the learner alone, until saved_at.
create table review (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  progress int check (progress between 0 and 4),
  confidence_now int check (confidence_now between 0 and 10),
  lead jsonb not null default '{}',
  lead_by_facilitator jsonb not null default '{}',
  obstacle_tags text[] not null default '{}'
    check (obstacle_tags <@ array['time', 'knowledge', 'practice', 'tools', 'permission', 'people', 'motivation', 'other']),
  next_move text check (next_move in ('next_cycle', 'declare_solved', 'reframe', 'pause', 'set_aside', 'pass_on')),
  opened_at timestamptz not null default now(),
  saved_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, cycle_id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade
);
create index review_of_journey on review (organisation_id, journey_id);

create table review_sign (
  organisation_id uuid not null,
  review_id uuid not null,
  sign_id uuid not null,
  journey_id uuid not null,
  state text not null check (state in ('not_yet', 'partly', 'met', 'met_otherwise', 'no_longer_relevant')),
  primary key (organisation_id, review_id, sign_id),
  foreign key (organisation_id, review_id) references review (organisation_id, id) on delete cascade,
  foreign key (organisation_id, sign_id) references success_sign (organisation_id, id) on delete cascade
);
create index review_sign_of_journey on review_sign (organisation_id, journey_id);

create table review_private (
  organisation_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  mood text check (mood in ('low', 'ok', 'good')),
  primary key (organisation_id, review_id),
  foreign key (organisation_id, review_id) references review (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- How a journey ended, or is about to: a reopened journey can have several.
create table closing (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  outcome text not null check (outcome in ('solved', 'set_aside', 'passed_on')),
  story_choice text check (story_choice in ('yes', 'later', 'no')),
  transfer_check_on date,
  support_level_at_end text check (support_level_at_end in ('guided', 'regular', 'on_call', 'independent')),
  reason text check (reason in ('priority_changed', 'no_time', 'no_longer_relevant', 'too_big_now', 'conditions_missing', 'other')),
  parked_until date,
  receiver text check (receiver in ('colleague', 'team', 'manager', 'specialist', 'external')),
  receiver_agrees boolean,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade
);
create index closing_of_journey on closing (organisation_id, journey_id);

create table transfer_check (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'answered', 'declined', 'cancelled')),
  postponed int not null default 0 check (postponed between 0 and 2),
  met_new_challenge text check (met_new_challenge in ('yes', 'not_yet', 'unsure')),
  progress int check (progress between 0 and 4),
  support_used text check (support_used in ('none', 'looked_things_up', 'peer', 'facilitator', 'trainer_or_coach')),
  reused text[] not null default '{}' check (reused <@ array['goal', 'plan', 'try', 'network', 'reflect', 'drive']),
  confidence int check (confidence between 0 and 10),
  wants_new_journey boolean,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade
);
create index transfer_check_of_journey on transfer_check (organisation_id, journey_id);
create unique index one_open_transfer_check on transfer_check (organisation_id, journey_id) where state = 'open';

create table transfer_check_private (
  organisation_id uuid not null,
  transfer_check_id uuid not null,
  person_id uuid not null,
  helped text[] not null default '{}',
  hindered text[] not null default '{}',
  primary key (organisation_id, transfer_check_id),
  foreign key (organisation_id, transfer_check_id) references transfer_check (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- What somebody who accompanies suggests: a card that the learner takes or leaves.
create table proposal (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid,
  author_id uuid not null,
  kind text not null check (kind in ('step', 'question', 'next_move')),
  step_kind text check (step_kind in ('self_study', 'training', 'coaching', 'group_session', 'on_the_job_trial', 'peer_consultation', 'shadowing', 'other')),
  by_when date,
  next_move text check (next_move in ('next_cycle', 'declare_solved', 'reframe', 'pause', 'set_aside', 'pass_on')),
  question_id text,
  made_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
  decided_at timestamptz,
  step_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade
);
create index proposal_of_journey on proposal (organisation_id, journey_id);

-- Pair audiences: what the learner opens to one named person.
create table pair (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  learner_id uuid not null,
  other_id uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, journey_id, other_id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, other_id) references person (organisation_id, id) on delete cascade
);
