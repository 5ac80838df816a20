-- An entry of somebody's journal. Its words are a passage of the person; what they share of it is an excerpt beside it, or the text itself.
create table reflection (
  organisation_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  journey_id uuid,
  cadence text check (cadence in ('daily', 'weekly', 'after_step')),
  prompt_id text check (char_length(prompt_id) <= 60),
  written_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, journey_id) references journey (organisation_id, id) on delete set null (journey_id)
);
create index reflection_of_author on reflection (organisation_id, author_id, written_at desc);
create index reflection_beside_journey on reflection (organisation_id, journey_id) where journey_id is not null;

-- When a prompt was last shown to somebody, so that it does not come again for three weeks.
create table prompt_shown (
  organisation_id uuid not null,
  person_id uuid not null,
  prompt_id text not null check (char_length(prompt_id) <= 60),
  shown_on date not null,
  primary key (organisation_id, person_id, prompt_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
