-- What the last cycle offers to the next (unfinished steps, findings of its review) and the learner let go.
alter table cycle add column offers_left uuid[] not null default '{}';
