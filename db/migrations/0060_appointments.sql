-- When people meet: times to choose from, the one that was chosen, and who comes. Words about it stand with what it belongs to.
create table appointment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- What it belongs to, a session or a circle; its audience is who may come.
  context_id uuid not null,
  kind text not null check (kind in ('session', 'meeting')),
  organiser_id uuid not null,
  -- The clock it goes by: what recurs keeps its time of day in this zone.
  time_zone text not null check (char_length(time_zone) between 1 and 64),
  starts_at timestamptz,
  minutes int not null check (minutes between 5 and 720),
  recurrence jsonb,
  state text not null default 'proposed' check (state in ('proposed', 'booked', 'cancelled')),
  -- Counts what calendars have to hear of, from 0 for the first that they heard.
  sequence int not null default 0 check (sequence >= 0),
  changed_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, organiser_id) references person (organisation_id, id) on delete cascade,
  check (state <> 'booked' or starts_at is not null),
  check (state <> 'proposed' or starts_at is null)
);
create index appointment_of_context on appointment (organisation_id, context_id);
create index appointment_of_organiser on appointment (organisation_id, organiser_id);

create table appointment_time (
  organisation_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  proposed_by uuid not null,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 720),
  primary key (organisation_id, id),
  unique (organisation_id, appointment_id, starts_at),
  foreign key (organisation_id, appointment_id) references appointment (organisation_id, id) on delete cascade,
  foreign key (organisation_id, proposed_by) references person (organisation_id, id) on delete cascade
);
create index appointment_time_of_proposer on appointment_time (organisation_id, proposed_by);

create table time_answer (
  organisation_id uuid not null,
  time_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'maybe', 'no')),
  answered_at timestamptz not null default now(),
  primary key (organisation_id, time_id, person_id),
  foreign key (organisation_id, time_id) references appointment_time (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index time_answer_of_person on time_answer (organisation_id, person_id);

create table attendance (
  organisation_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('accepted', 'tentative', 'declined', 'needs_action')),
  by text not null check (by in ('page', 'mail')),
  at timestamptz not null default now(),
  primary key (organisation_id, appointment_id, person_id),
  foreign key (organisation_id, appointment_id) references appointment (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index attendance_of_person on attendance (organisation_id, person_id);

-- The address at which a calendar program fetches somebody's appointments; only its hash is kept.
create table calendar_feed (
  organisation_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  with_titles boolean not null default false,
  made_at timestamptz not null default now(),
  primary key (organisation_id, person_id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
