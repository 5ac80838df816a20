-- What belongs to a journey points only within that journey: a row of one's own cannot take a place in somebody else's.

alter table challenge add constraint challenge_in_journey unique (organisation_id, journey_id, id);
alter table success_sign add constraint success_sign_in_journey unique (organisation_id, journey_id, id);
alter table cycle add constraint cycle_in_journey unique (organisation_id, journey_id, id);
alter table step add constraint step_in_journey unique (organisation_id, journey_id, id);
alter table observation add constraint observation_in_journey unique (organisation_id, journey_id, id);
alter table review add constraint review_in_journey unique (organisation_id, journey_id, id);
drop index success_sign_of_journey, step_of_journey, observation_of_journey, review_of_journey;

alter table success_sign drop constraint success_sign_organisation_id_challenge_id_fkey,
  add foreign key (organisation_id, journey_id, challenge_id) references challenge (organisation_id, journey_id, id) on delete cascade;
alter table cycle drop constraint cycle_organisation_id_challenge_id_fkey,
  add foreign key (organisation_id, journey_id, challenge_id) references challenge (organisation_id, journey_id, id) on delete cascade;
alter table step drop constraint step_organisation_id_cycle_id_fkey,
  add foreign key (organisation_id, journey_id, cycle_id) references cycle (organisation_id, journey_id, id) on delete cascade;
alter table need drop constraint need_organisation_id_step_id_fkey,
  add foreign key (organisation_id, journey_id, step_id) references step (organisation_id, journey_id, id) on delete cascade;
alter table observation drop constraint observation_organisation_id_cycle_id_fkey, drop constraint observation_organisation_id_step_id_fkey,
  add foreign key (organisation_id, journey_id, cycle_id) references cycle (organisation_id, journey_id, id) on delete cascade,
  add foreign key (organisation_id, journey_id, step_id) references step (organisation_id, journey_id, id) on delete cascade;
alter table attachment drop constraint attachment_organisation_id_observation_id_fkey,
  add foreign key (organisation_id, journey_id, observation_id) references observation (organisation_id, journey_id, id) on delete cascade;
alter table review drop constraint review_organisation_id_cycle_id_fkey,
  add foreign key (organisation_id, journey_id, cycle_id) references cycle (organisation_id, journey_id, id) on delete cascade;
alter table review_sign drop constraint review_sign_organisation_id_review_id_fkey, drop constraint review_sign_organisation_id_sign_id_fkey,
  add foreign key (organisation_id, journey_id, review_id) references review (organisation_id, journey_id, id) on delete cascade,
  add foreign key (organisation_id, journey_id, sign_id) references success_sign (organisation_id, journey_id, id) on delete cascade;
alter table proposal
  add foreign key (organisation_id, journey_id, cycle_id) references cycle (organisation_id, journey_id, id) on delete cascade;
