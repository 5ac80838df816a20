-- Whoever accompanies others introduces themselves to the organisation; the words lie in `passage`, open to the organisation.
create table introduction (
  organisation_id uuid not null,
  person_id uuid not null,
  languages text[] not null check (cardinality(languages) between 1 and 8),
  hats text[] not null check (hats <@ array['facilitation', 'coaching', 'training'] and 'facilitation' = any (hats)),
  places int not null check (places between 0 and 30),
  reply_days int not null check (reply_days between 1 and 14),
  paused_at timestamptz,
  written_at timestamptz not null default now(),
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- A learner asks somebody to accompany a journey. What they show of it is copied here; its id is the audience of the words.
create table facilitation_request (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  learner_id uuid not null,
  facilitator_id uuid not null,
  made_at timestamptz not null default now(),
  -- Until then it waits for an answer; afterwards it is back with the learner.
  answer_by timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  primary key (organisation_id, id),
  check (learner_id <> facilitator_id),
  check (answer_by <= made_at + interval '14 days'),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, facilitator_id) references person (organisation_id, id) on delete cascade
);
create index facilitation_request_of_journey on facilitation_request (organisation_id, journey_id);
create index facilitation_request_to on facilitation_request (organisation_id, facilitator_id) where state = 'waiting';
create index facilitation_request_of_learner on facilitation_request (organisation_id, learner_id);
