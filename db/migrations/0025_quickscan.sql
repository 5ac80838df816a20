-- A scan is a self-test that somebody kept: its values and what they were measured with. The answers lie beside it, for its owner alone.

create table scan (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  form text not null check (form in ('full', 'short')),
  instrument_version text not null,
  taken_on date not null,
  kept_at timestamptz not null default now(),
  goal double precision check (goal between 0 and 100),
  plan double precision check (plan between 0 and 100),
  try double precision check (try between 0 and 100),
  network double precision check (network between 0 and 100),
  reflect double precision check (reflect between 0 and 100),
  drive double precision check (drive between 0 and 100),
  overall double precision check (overall between 0 and 100),
  constants jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index scan_of_person on scan (organisation_id, person_id, taken_on);

create table scan_private (
  organisation_id uuid not null,
  scan_id uuid not null,
  answers jsonb not null,
  look_back text check (look_back in ('too_high', 'about_right', 'too_low', 'unsure')),
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- One scan shown to one named person who accompanies its owner.
create table scan_share (
  organisation_id uuid not null,
  id uuid not null,
  scan_id uuid not null,
  reader_id uuid not null,
  since timestamptz not null default now(),
  until timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade,
  foreign key (organisation_id, reader_id) references person (organisation_id, id) on delete cascade
);
create unique index scan_shared_once on scan_share (organisation_id, scan_id, reader_id) where until is null;
create index scan_share_to_reader on scan_share (organisation_id, reader_id);

-- Each occasion offers a self-test once: what was answered does not come again.
create table scan_offer (
  organisation_id uuid not null,
  person_id uuid not null,
  occasion text not null check (occasion in ('first', 'cycle', 'closed', 'transfer')),
  subject_id uuid not null,
  answered_at timestamptz not null default now(),
  primary key (organisation_id, person_id, occasion, subject_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- Donated answers: no person, no organisation, no time but the calendar week, nothing that points anywhere.
create table scan_donation (
  id uuid primary key default gen_random_uuid(),
  instrument_version text not null,
  language text not null check (language in ('de', 'en')),
  form text not null check (form in ('full', 'short')),
  answers smallint[] not null check (cardinality(answers) = 24 and 1 <= all (answers) and 6 >= all (answers)),
  iso_year smallint not null,
  iso_week smallint not null check (iso_week between 1 and 53),
  first boolean not null
);
-- Where they wait until five are together.
create table scan_donation_waiting (like scan_donation including all);

-- Precision reckoned from donations by the operator, one row a time; the newest of a version and language holds.
create table scan_constants (
  id uuid primary key default gen_random_uuid(),
  instrument_version text not null,
  language text not null check (language in ('de', 'en')),
  reckoned_on date not null default current_date,
  donations int not null check (donations >= 200),
  constants jsonb not null
);
create index scan_constants_newest on scan_constants (instrument_version, language, reckoned_on);
