-- The administration turns the pages of a list of people, however many there are.
create index person_by_name on person (organisation_id, name, id);
