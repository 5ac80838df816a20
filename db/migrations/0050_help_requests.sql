-- A question for help: from a journey's learner to one named person, who sees just that. Its words lie in `passage`, its audience is its id.
create table help_request (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  learner_id uuid not null,
  to_person_id uuid,
  state text not null default 'open' check (state in ('open', 'answered', 'resolved', 'withdrawn')),
  asked_at timestamptz not null default now(),
  declined_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, journey_id, cycle_id) references cycle (organisation_id, journey_id, id) on delete cascade,
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, to_person_id) references person (organisation_id, id) on delete set null (to_person_id),
  check ((state in ('resolved', 'withdrawn')) = (ended_at is not null)),
  check (declined_at is null or state <> 'answered')
);
create index help_request_of_journey on help_request (organisation_id, journey_id);
create index help_request_to_person on help_request (organisation_id, to_person_id);
create index help_request_of_learner on help_request (organisation_id, learner_id);
