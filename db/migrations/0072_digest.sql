-- How often somebody wants the summary of their day, and when the next one is looked at. Everybody has a row from the start.
create table digest_choice (
  organisation_id uuid not null,
  person_id uuid not null,
  often text not null default 'daily' check (often in ('daily', 'weekly', 'off')),
  titles boolean not null default false,
  later_until timestamptz,
  next_at timestamptz default now(),
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index digest_choice_due on digest_choice (next_at) where next_at is not null;
insert into digest_choice (organisation_id, person_id) select organisation_id, id from person;

-- What somebody said about one kind of line. Without a row: as usual.
create table reminder_choice (
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('review', 'step', 'transfer', 'reflection', 'contact', 'session',
    'proposal', 'answer', 'need_answered', 'help_asked', 'help_answered', 'accompany_asked', 'review_shared')),
  often text not null default 'usual' check (often in ('usual', 'less', 'off', 'stopped')),
  chosen_at timestamptz not null default now(),
  asked_at timestamptz,
  primary key (organisation_id, person_id, kind),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- One summary a day at most: the key says so.
create table digest (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  day date not null,
  sent_at timestamptz not null,
  token_hash bytea not null unique,
  only_reminders boolean not null,
  primary key (organisation_id, id),
  unique (organisation_id, person_id, day),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index digest_sent on digest (sent_at);

create table digest_line (
  organisation_id uuid not null,
  digest_id uuid not null,
  kind text not null check (kind in ('review', 'step', 'transfer', 'reflection', 'contact', 'session',
    'proposal', 'answer', 'need_answered', 'help_asked', 'help_answered', 'accompany_asked', 'review_shared')),
  subject_id uuid not null,
  journey_id uuid,
  outcome text check (outcome in ('acted', 'ignored', 'later')),
  primary key (organisation_id, digest_id, kind, subject_id),
  foreign key (organisation_id, digest_id) references digest (organisation_id, id) on delete cascade,
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade
);
create index digest_line_of_journey on digest_line (organisation_id, journey_id);
