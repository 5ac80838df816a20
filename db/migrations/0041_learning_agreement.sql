-- What a learner and whoever accompanies agree on: written in versions, in force once both have confirmed the same one.
create table agreement (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  learner_id uuid not null,
  facilitator_id uuid not null,
  -- That neither is the other's superior: null until the person was asked. A false one refuses the pairing.
  learner_ticked boolean,
  facilitator_ticked boolean,
  begun_at timestamptz not null default now(),
  opened_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, id, journey_id),
  check (learner_id <> facilitator_id),
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete cascade,
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, facilitator_id) references person (organisation_id, id) on delete cascade
);
create unique index agreement_open_once on agreement (organisation_id, journey_id, facilitator_id) where ended_at is null;
create index agreement_of_journey on agreement (organisation_id, journey_id);
create index agreement_of_facilitator on agreement (organisation_id, facilitator_id);

create table agreement_version (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  journey_id uuid not null,
  number int not null check (number > 0),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  laid_aside_at timestamptz,
  support_level text not null check (support_level in ('guided', 'regular', 'on_call', 'independent')),
  phase_overrides jsonb not null default '{}' check (jsonb_typeof(phase_overrides) = 'object'),
  contact_rhythm text not null check (contact_rhythm in ('weeks', 'cycle', 'on_call')),
  contact_weeks int check (contact_weeks between 1 and 12),
  reply_days int not null check (reply_days between 1 and 30),
  allowed_hats text[] not null check (allowed_hats <@ array['facilitation', 'coaching', 'training'] and 'facilitation' = any (allowed_hats)),
  observation_default text not null default 'private' check (observation_default in ('private', 'journey')),
  review_after_cycle int not null default 2 check (review_after_cycle between 1 and 99),
  primary key (organisation_id, id),
  unique (organisation_id, agreement_id, number),
  check ((contact_rhythm = 'weeks') = (contact_weeks is not null)),
  foreign key (organisation_id, agreement_id, journey_id) references agreement (organisation_id, id, journey_id) on delete cascade,
  foreign key (organisation_id, written_by) references person (organisation_id, id) on delete cascade
);
create index agreement_version_of_journey on agreement_version (organisation_id, journey_id);

create table agreement_confirmation (
  organisation_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  agreement_id uuid not null,
  at timestamptz not null default now(),
  primary key (organisation_id, version_id, person_id),
  foreign key (organisation_id, version_id) references agreement_version (organisation_id, id) on delete cascade,
  foreign key (organisation_id, agreement_id) references agreement (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index agreement_confirmation_of_agreement on agreement_confirmation (organisation_id, agreement_id);

-- Whoever accompanies already, accompanies on terms from now on: an agreement for each, without words until the two of them change it.
insert into agreement (organisation_id, id, journey_id, learner_id, facilitator_id, begun_at, opened_at)
select m.organisation_id, gen_random_uuid(), j.id, j.learner_id, m.person_id, m.since, m.reads_from
from membership m join journey j on j.organisation_id = m.organisation_id and j.id = m.audience_id
where m.role = 'facilitator' and m.until is null;
insert into agreement_version (organisation_id, id, agreement_id, journey_id, number, written_by, written_at, support_level, contact_rhythm,
  contact_weeks, reply_days, allowed_hats)
select a.organisation_id, gen_random_uuid(), a.id, a.journey_id, 1, a.learner_id, a.opened_at, 'regular', 'weeks', 2, 3, '{facilitation}'
from agreement a where a.opened_at is not null;
insert into agreement_confirmation (organisation_id, version_id, person_id, agreement_id, at)
select v.organisation_id, v.id, who, v.agreement_id, v.written_at
from agreement_version v join agreement a on a.organisation_id = v.organisation_id and a.id = v.agreement_id,
  unnest(array[a.learner_id, a.facilitator_id]) who;
insert into membership (organisation_id, id, audience_id, person_id, role, since, reads_from, granted_by)
select a.organisation_id, gen_random_uuid(), a.id, who, 'member', a.begun_at, a.begun_at, a.learner_id
from agreement a, unnest(array[a.learner_id, a.facilitator_id]) who;
