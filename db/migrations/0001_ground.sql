-- Organisations, the people in them, how they sign in, and who may read what.
-- Every table carries organisation_id in its key: nothing can point across organisations.

create table organisation (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  host text unique check (host = lower(host)),
  default_locale text not null check (default_locale in ('de', 'de-formal', 'en')),
  time_zone text not null default 'Europe/Berlin',
  created_at timestamptz not null default now()
);

create table person (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  locale text check (locale in ('de', 'de-formal', 'en')),
  time_zone text,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id)
);

create table account (
  organisation_id uuid not null,
  person_id uuid not null,
  email text not null check (char_length(email) between 3 and 254 and email = lower(email)),
  email_confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organisation_id, person_id),
  unique (organisation_id, email),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

create table password (
  organisation_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

create table sign_in (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index sign_in_of_person on sign_in (organisation_id, person_id);

-- A fact with actor and time: who may administer or publish, granted by whom, until when.
create table permission (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('admin', 'publisher')),
  granted_by uuid,
  granted_at timestamptz not null default now(),
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create unique index permission_held_once on permission (organisation_id, person_id, kind) where revoked_at is null;

-- An audience is an id that people are members of: a journey, later a pair, a step, a circle.
create table membership (
  organisation_id uuid not null,
  id uuid not null,
  audience_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('learner', 'facilitator')),
  since timestamptz not null default now(),
  reads_from timestamptz,
  until timestamptz,
  granted_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create unique index membership_once on membership (organisation_id, audience_id, person_id) where until is null;
create index membership_of_person on membership (organisation_id, person_id);

-- Every text whose readers its author may change is one row here.
create table passage (
  organisation_id uuid not null,
  id uuid not null,
  context_id uuid not null,
  subject_id uuid not null,
  field text not null,
  position int not null default 0,
  author_id uuid not null,
  audience_id uuid,
  body text not null check (char_length(body) <= 20000),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade
);
create unique index passage_place on passage (organisation_id, subject_id, field, position, author_id);
create index passage_in_context on passage (organisation_id, context_id);

-- One text opened to one named person, until a date or until taken back.
create table share (
  organisation_id uuid not null,
  id uuid not null,
  passage_id uuid not null,
  reader_id uuid not null,
  granted_by uuid not null,
  since timestamptz not null default now(),
  until timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, passage_id) references passage (organisation_id, id) on delete cascade,
  foreign key (organisation_id, reader_id) references person (organisation_id, id) on delete cascade
);
create index share_to_reader on share (organisation_id, reader_id);
create index share_of_passage on share (organisation_id, passage_id);

-- A link that brings somebody in: to the organisation alone, or also to accompany a journey (audience).
create table invitation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  token_hash bytea not null unique,
  audience_id uuid,
  role text check (role in ('facilitator')),
  invited_by uuid,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_by uuid,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, invited_by) references person (organisation_id, id) on delete cascade,
  check ((audience_id is null) = (role is null))
);
create index invitation_to_audience on invitation (organisation_id, audience_id);
