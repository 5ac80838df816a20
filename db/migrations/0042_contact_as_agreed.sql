-- When the two of them last had the contact they agreed on, and last looked at their agreement: as they say so themselves.
alter table agreement add column last_contact_at timestamptz, add column looked_at timestamptz;
