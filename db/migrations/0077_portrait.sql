-- A small picture beside an introduction, if somebody wants one: made small and freed of everything else before it is kept.
create table portrait (
  organisation_id uuid not null,
  person_id uuid not null,
  content bytea not null check (octet_length(content) between 1 and 200000),
  changed_at timestamptz not null default now(),
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references introduction (organisation_id, person_id) on delete cascade
);
