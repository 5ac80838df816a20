-- Whoever organised an appointment may leave for good; the others still meet, and still know when.
alter table appointment alter column organiser_id drop not null;
alter table appointment drop constraint appointment_organisation_id_organiser_id_fkey;
alter table appointment add foreign key (organisation_id, organiser_id) references person (organisation_id, id) on delete set null (organiser_id);
alter table appointment_time alter column proposed_by drop not null;
alter table appointment_time drop constraint appointment_time_organisation_id_proposed_by_fkey;
alter table appointment_time add foreign key (organisation_id, proposed_by) references person (organisation_id, id) on delete set null (proposed_by);
