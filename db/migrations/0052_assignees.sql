-- Somebody who helps with one step: a trainer, a coach or a colleague. They see that step only. What a trainer or colleague notes is read by those of
-- the step (its audience is its id) and by the journey; what a coach notes by the learner and the coach alone (its audience is the assignee's id).
create table assignee (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  step_id uuid not null,
  learner_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('trainer', 'coach', 'peer')),
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'ended')),
  asked_at timestamptz not null default now(),
  decided_at timestamptz,
  ended_at timestamptz,
  suggestion text check (suggestion in ('waiting', 'accepted', 'declined')),
  primary key (organisation_id, id),
  foreign key (organisation_id, journey_id, step_id) references step (organisation_id, journey_id, id) on delete cascade,
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create unique index assigned_once on assignee (organisation_id, step_id, person_id) where state in ('asked', 'accepted');
create index assignee_of_journey on assignee (organisation_id, journey_id);
create index assignee_of_person on assignee (organisation_id, person_id);
