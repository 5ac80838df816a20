-- When somebody learns, and how often they want to be asked. Without a row the sensible rhythm holds that the program knows.
create table rhythm (
  organisation_id uuid not null,
  person_id uuid not null,
  learning_days int[] not null check (learning_days <@ array[1, 2, 3, 4, 5, 6, 7]),
  learning_from time(0) not null,
  learning_to time(0) not null check (learning_to > learning_from),
  days_off datemultirange not null default '{}',
  daily boolean not null,
  weekly boolean not null,
  weekly_day int not null check (weekly_day between 1 and 7),
  weekly_at time(0) not null,
  after_step boolean not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
