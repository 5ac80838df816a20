-- Somebody leaves, or is removed: until erase_on they can come back (or be taken back), then everything of theirs is erased.
create table departure (
  organisation_id uuid not null,
  person_id uuid not null,
  -- Becomes the id of the receipt: by itself it leads to nobody.
  receipt_id uuid not null default gen_random_uuid(),
  begun_at timestamptz not null default now(),
  begun_by uuid not null,
  erase_on timestamptz not null default now() + interval '30 days',
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index departure_due on departure (erase_on);

-- What is left of somebody erased: when, and how much it was. Nobody's name, nobody's id.
create table erasure_receipt (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  erased_at timestamptz not null default now(),
  journeys int not null,
  texts int not null,
  files int not null,
  scans int not null,
  primary key (organisation_id, id)
);
