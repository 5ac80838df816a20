-- How somebody sees one competency of their own on one day: for them alone, and added up nowhere.
create table competency_private (
  organisation_id uuid not null,
  person_id uuid not null,
  seen_on date not null,
  competency text not null,
  level smallint not null check (level between 1 and 4),
  primary key (organisation_id, person_id, seen_on, competency),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- The one competency that somebody chose to practise next.
create table practice_aim_private (
  organisation_id uuid not null,
  person_id uuid not null,
  competency text not null,
  since timestamptz not null default now(),
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- What a named person saw of the behaviours of one competency, because they were asked. Both see it, nobody else, and nothing is counted.
create table peer_view (
  organisation_id uuid not null,
  id uuid not null,
  asker_id uuid not null,
  peer_id uuid not null,
  competency text not null,
  asked_at timestamptz not null default now(),
  answers jsonb,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, asker_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, peer_id) references person (organisation_id, id) on delete cascade,
  check (asker_id <> peer_id)
);
create unique index peer_view_once on peer_view (organisation_id, asker_id, peer_id, competency);
create index peer_view_to_peer on peer_view (organisation_id, peer_id);

-- A note about one's own practice. It points at nobody but its author.
create table practice_entry (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  written_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index practice_entry_of_person on practice_entry (organisation_id, person_id, written_at);

-- A case for colleagues. Its words are passages; `declared_hash` is the hash of those that their author declared to be about nobody.
create table intervision_case (
  organisation_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  made_at timestamptz not null default now(),
  declared_hash bytea,
  declared_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade
);
create index intervision_case_of_author on intervision_case (organisation_id, author_id);

-- Whom a case is about, and the answer to exactly the words with this hash: a changed word is another hash, and waits for another answer.
create table case_consent (
  organisation_id uuid not null,
  case_id uuid not null,
  learner_id uuid not null,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('yes', 'no')),
  words_hash bytea,
  answered_at timestamptz,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references intervision_case (organisation_id, id) on delete cascade,
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade
);
create index case_consent_of_learner on case_consent (organisation_id, learner_id);

create table case_question (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  asked_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references intervision_case (organisation_id, id) on delete cascade,
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade
);
create index case_question_of_case on case_question (organisation_id, case_id);
create index case_question_of_author on case_question (organisation_id, author_id);

-- That a question helped is known to whoever asked it and whoever it helped; it is counted nowhere.
create table case_thanks (
  organisation_id uuid not null,
  question_id uuid not null,
  thanked_at timestamptz not null default now(),
  primary key (organisation_id, question_id),
  foreign key (organisation_id, question_id) references case_question (organisation_id, id) on delete cascade
);

-- Finds people whose name stands in a text.
create index person_by_parts_of_name on person using gin (string_to_array(lower(name), ' '));
