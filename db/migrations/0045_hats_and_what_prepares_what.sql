-- Under which hat something was suggested or answered, and which trial an input is for.
alter table proposal add column hat text not null default 'facilitation' check (hat in ('facilitation', 'coaching', 'training'));

create table response_hat (
  organisation_id uuid not null,
  review_id uuid not null,
  author_id uuid not null,
  journey_id uuid not null,
  hat text not null check (hat in ('facilitation', 'coaching', 'training')),
  primary key (organisation_id, review_id, author_id),
  foreign key (organisation_id, journey_id, review_id) references review (organisation_id, journey_id, id) on delete cascade,
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade
);
create index response_hat_of_journey on response_hat (organisation_id, journey_id);

alter table step add column prepares_id uuid,
  add foreign key (organisation_id, journey_id, prepares_id) references step (organisation_id, journey_id, id) on delete set null (prepares_id);
create index step_that_prepares on step (organisation_id, journey_id, prepares_id) where prepares_id is not null;
