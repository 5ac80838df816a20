-- More kinds of people belong to an audience than its learner and whoever accompanies: a meeting has a host, a step somebody who helps with it.
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check
  check (role in ('learner', 'host', 'facilitator', 'deputy', 'trainer', 'coach', 'peer', 'member', 'reader'));
