-- Every letter is a row: what became of it is known, also when the process that sent it died. Its words go with it.
drop function if exists queue_mail(json, text);

create table letter (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- Whose address it is, where somebody has it here: the letter goes with its person.
  person_id uuid,
  kind text not null check (kind in ('sign_in', 'invitation', 'calendar', 'digest', 'message', 'other')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unknown', 'failed')),
  recipient text check (char_length(recipient) between 3 and 254),
  content json,
  attempts int not null default 0,
  problem text check (problem in ('refused', 'given_up', 'returned')),
  queued_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  handed_at timestamptz,
  sent_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (state in ('sent', 'failed') or (recipient is not null and content is not null)),
  check (state <> 'sent' or (recipient is null and content is null and sent_at is not null)),
  check ((state = 'failed') = (problem is not null))
);
create index letter_by_id on letter (id);
create index letter_due on letter (due_at) where state in ('waiting', 'sending');
create index letter_in_outbox on letter (organisation_id, state, kind) where state <> 'sent';
create index letter_of_person on letter (organisation_id, person_id);
