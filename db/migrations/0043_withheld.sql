-- What a learner keeps from one person who accompanies, of what was there before: a version of the challenge, a cycle, an ending,
-- or the words of somebody who accompanied earlier (then `subject_id` is that person).
create table withheld (
  organisation_id uuid not null,
  journey_id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  since timestamptz not null default now(),
  primary key (organisation_id, person_id, journey_id, subject_id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index withheld_in_journey on withheld (organisation_id, journey_id);
