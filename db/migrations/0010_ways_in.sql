-- Ways in, and back in: recovery codes, reset links, confirmed addresses, the first link of an organisation.

alter table person add column theme text check (theme in ('light', 'dark'));
alter table sign_in add column device text not null default '' check (char_length(device) <= 80);
-- Whom the inviter meant, so that they know their invitations apart; forgotten once it is used or over.
alter table invitation add column email text check (char_length(email) between 3 and 254);

create table recovery_code (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, person_id, code_hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- Every way back in that somebody asked for. Rows stay: the person can always see who tried.
create table password_reset (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('mail', 'administrator', 'code')),
  token_hash bytea unique,
  asked_by uuid,
  made_at timestamptz not null default now(),
  works_from timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check ((kind = 'administrator') = (asked_by is not null)),
  check ((kind = 'code') = (token_hash is null)),
  check ((cancelled_at is null) = (cancelled_by is null)),
  check (used_at is null or cancelled_at is null)
);
create index password_reset_of_person on password_reset (organisation_id, person_id);

-- An address that waits for its owner to say yes; at most one per person.
create table email_confirmation (
  organisation_id uuid not null,
  person_id uuid not null,
  email text not null check (char_length(email) between 3 and 254 and email = lower(email)),
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- An organisation that is yet to be: whoever holds the link becomes its first person.
create table setup_link (
  organisation_id uuid primary key,
  host text check (host = lower(host)),
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  unique nulls not distinct (host)
);

-- Attempts at the door, counted under hashes and soon gone. It belongs to no organisation: an attempt may come before any is known.
create table rate_limit (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);
