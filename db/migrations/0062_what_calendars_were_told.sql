-- What the calendar of somebody shows because we wrote to it: kept apart from the appointment, which may be gone before that is said.
create table calendar_invitation (
  organisation_id uuid not null references organisation (id) on delete cascade,
  appointment_id uuid not null,
  person_id uuid not null,
  sequence int not null,
  starts_at timestamptz not null,
  minutes int not null,
  time_zone text not null,
  recurrence jsonb,
  primary key (organisation_id, appointment_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index calendar_invitation_of_person on calendar_invitation (organisation_id, person_id);
