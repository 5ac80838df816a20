-- One time of a recurring appointment can move or fall out; when it would begin by the rule names it.
create table appointment_exception (
  organisation_id uuid not null,
  appointment_id uuid not null,
  recurs_at timestamptz not null,
  -- Null where it does not take place.
  starts_at timestamptz,
  minutes int not null check (minutes between 5 and 720),
  -- The number that the appointment had reached when calendars were told of this.
  sequence int not null default 0 check (sequence >= 0),
  changed_at timestamptz not null default now(),
  primary key (organisation_id, appointment_id, recurs_at),
  foreign key (organisation_id, appointment_id) references appointment (organisation_id, id) on delete cascade
);

-- An answer is to one time of several, or to all of them.
alter table attendance add column recurs_at timestamptz not null default '-infinity';
alter table attendance drop constraint attendance_pkey;
alter table attendance add primary key (organisation_id, appointment_id, person_id, recurs_at);

-- The number at which everybody was last asked: answers to one before it say nothing of what holds now.
alter table appointment add column asked_sequence int not null default 0;
alter table appointment disable trigger user;
update appointment set asked_sequence = sequence;
alter table appointment enable trigger user;
