-- A need can be sent to whoever can meet it: by a link that shows the need, its date and who asks, and nothing else.
alter table need add constraint need_in_journey unique (organisation_id, journey_id, id);

create table need_link (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  need_id uuid not null,
  made_by uuid not null,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, journey_id, id),
  foreign key (organisation_id, journey_id, need_id) references need (organisation_id, journey_id, id) on delete cascade,
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete cascade
);
-- One link a need: a renewed one takes its place.
create unique index need_link_of_need on need_link (organisation_id, need_id);

-- What somebody without an account said to a need. It is read by the learner alone, and by whoever holds the link.
create table need_answer (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  link_id uuid not null,
  kind text not null check (kind in ('there', 'not_available', 'question')),
  coming_on date check (coming_on is null or kind = 'there'),
  body text not null default '' check (char_length(body) <= 4000),
  answered_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id, link_id) references need_link (organisation_id, journey_id, id) on delete cascade
);
create index need_answer_of_link on need_answer (organisation_id, link_id);
