-- Somebody who stands in for whoever accompanies a journey while they are away: proposed by them, with the word of the deputy and of the learner.
create table deputy_offer (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  agreement_id uuid not null,
  learner_id uuid not null,
  facilitator_id uuid not null,
  deputy_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  proposed_at timestamptz not null default now(),
  deputy_agreed_at timestamptz,
  learner_agreed_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, agreement_id, journey_id) references agreement (organisation_id, id, journey_id) on delete cascade,
  foreign key (organisation_id, learner_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, facilitator_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, deputy_id) references person (organisation_id, id) on delete cascade
);
create index deputy_offer_of_journey on deputy_offer (organisation_id, journey_id);
create index deputy_offer_of_agreement on deputy_offer (organisation_id, agreement_id);
create index deputy_offer_of_learner on deputy_offer (organisation_id, learner_id);
create index deputy_offer_of_facilitator on deputy_offer (organisation_id, facilitator_id);
create index deputy_offer_of_deputy on deputy_offer (organisation_id, deputy_id);
-- Sent twice, it is proposed once.
create unique index deputy_offer_once on deputy_offer (organisation_id, agreement_id, deputy_id, starts_at) where ended_at is null;
