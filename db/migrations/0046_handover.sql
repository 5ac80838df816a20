-- A change of the support level: suggested by the signals (suggested_by null), by the learner or by whoever accompanies; agreed by both.
-- Agreed, it is a new version of the agreement. More support at the learner's wish is agreed at once.
create table handover (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  agreement_id uuid not null,
  from_level text not null check (from_level in ('guided', 'regular', 'on_call', 'independent')),
  to_level text not null check (to_level in ('guided', 'regular', 'on_call', 'independent')),
  phase_overrides jsonb not null default '{}' check (jsonb_typeof(phase_overrides) = 'object'),
  for_one_cycle boolean not null default true,
  state text not null default 'suggested' check (state in ('suggested', 'trial', 'agreed', 'declined')),
  suggested_by uuid,
  cycle_id uuid,
  suggested_at timestamptz not null default now(),
  learner_agreed_at timestamptz,
  facilitator_agreed_at timestamptz,
  decided_at timestamptz,
  answer text check (answer in ('more', 'right', 'less')),
  primary key (organisation_id, id),
  check ((state = 'suggested') = (decided_at is null)),
  check (abs(array_position(array['guided', 'regular', 'on_call', 'independent'], from_level)
    - array_position(array['guided', 'regular', 'on_call', 'independent'], to_level)) <= 1),
  foreign key (organisation_id, agreement_id, journey_id) references agreement (organisation_id, id, journey_id) on delete cascade,
  foreign key (organisation_id, journey_id, cycle_id) references cycle (organisation_id, journey_id, id) on delete cascade,
  foreign key (organisation_id, suggested_by) references person (organisation_id, id) on delete cascade
);
create index handover_of_journey on handover (organisation_id, journey_id);
create unique index handover_open_once on handover (organisation_id, agreement_id) where state = 'suggested';
create unique index handover_by_signals_once on handover (organisation_id, agreement_id, cycle_id) where suggested_by is null;

-- Another hat outside a meeting: named and asked for by whoever accompanies, accepted by the learner. One that is declined leaves no row.
create table hat_change (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  agreement_id uuid not null,
  hat text not null check (hat in ('coaching', 'training')),
  minutes int not null check (minutes between 1 and 240),
  asked_at timestamptz not null default now(),
  accepted_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, agreement_id, journey_id) references agreement (organisation_id, id, journey_id) on delete cascade
);
create index hat_change_of_journey on hat_change (organisation_id, journey_id);
create unique index hat_change_asked_once on hat_change (organisation_id, agreement_id) where accepted_at is null;
