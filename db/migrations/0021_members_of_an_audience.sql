-- Who takes part in a journey, or once did, is asked with every page of it.
create index membership_of_audience on membership (organisation_id, audience_id);
