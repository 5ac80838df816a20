-- Half a year after solving, whoever wants to looks a second time. The second check is a row of its own that follows the first.
alter table transfer_check add column follows_id uuid;
alter table transfer_check add unique (organisation_id, journey_id, id);
alter table transfer_check add foreign key (organisation_id, journey_id, follows_id)
  references transfer_check (organisation_id, journey_id, id) on delete cascade;
alter table transfer_check add check (follows_id <> id);
drop index transfer_check_of_journey;
create unique index one_check_follows_another on transfer_check (organisation_id, journey_id, follows_id) where follows_id is not null;
