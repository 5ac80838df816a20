-- A question somebody keeps beside the bank. Its words are a passage: for themselves, or for colleagues who accompany as well.
create table own_question (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  phase text not null check (phase in ('identify', 'plan', 'try', 'evaluate', 'close', 'transfer')),
  hat text not null check (hat in ('facilitation', 'coaching', 'training')),
  tag text check (tag in ('goal', 'obstacle', 'resource', 'emotion', 'transfer', 'social', 'context', 'evidence', 'strategy', 'time', 'learning', 'ownership', 'practice')),
  kept_at timestamptz not null default now(),
  shared_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index own_question_of_person on own_question (organisation_id, person_id);
create index own_question_shared on own_question (organisation_id, shared_at) where shared_at is not null;
