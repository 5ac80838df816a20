-- When a session of a series was held, the next one goes on with its appointment: the same people, an agenda and notes of its own.
-- The one that was held keeps which series it was of.
alter table session add column series_id uuid;
alter table session add foreign key (organisation_id, series_id) references appointment (organisation_id, id) on delete set null (series_id);
create index session_of_series on session (organisation_id, series_id);
