-- When Lotse writes to nobody: over night, and on the free days of the whole organisation.
alter table organisation
  add column quiet_from time(0),
  add column quiet_until time(0),
  add column free_days datemultirange not null default '{}',
  add constraint organisation_quiet_over_night check ((quiet_from is null) = (quiet_until is null) and quiet_from > quiet_until);
