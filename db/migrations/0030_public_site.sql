-- What an organisation tells the public, and what the public may send it.

-- Whether people may make accounts for themselves: closed until an administrator opens it.
alter table organisation add column self_registration boolean not null default false;

-- Every version of a text that the organisation owes the public; the highest one is shown. Until there is one, a draft is.
create table public_text (
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('imprint', 'privacy', 'accessibility')),
  language text not null check (language in ('de', 'en')),
  version int not null check (version > 0),
  body text not null check (char_length(body) between 1 and 40000),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (organisation_id, kind, language, version)
);

-- What visitors wrote. Nobody but the administration reads it; it goes by itself after half a year.
create table contact_message (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null default '' check (char_length(name) <= 120),
  email text not null check (char_length(email) between 3 and 254),
  body text not null check (char_length(body) between 1 and 4000),
  sent_at timestamptz not null default now(),
  answered_by uuid,
  answered_at timestamptz,
  removed_at timestamptz,
  primary key (organisation_id, id),
  check ((answered_by is null) = (answered_at is null))
);
create index contact_message_by_time on contact_message (organisation_id, sent_at);

-- Signs the moment at which a form was given out, so that no other one can be made up.
create table form_key (
  organisation_id uuid primary key references organisation (id),
  key bytea not null
);

-- An address that wants an account and waits for its owner to say yes. There is no person yet.
create table registration (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  email text not null check (char_length(email) between 3 and 254 and email = lower(email)),
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organisation_id, id)
);
