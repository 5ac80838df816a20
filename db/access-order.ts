/** The order in which the access files are applied: a file may use the functions of those before it. */
export const accessOrder = [
  'src/platform/db/access.sql',
  'src/platform/jobs/access.sql',
  'src/platform/mail/access.sql',
  'src/organisation/access.sql',
  'src/person/access.sql',
  'src/platform/sign-in/access.sql',
  'src/sharing/access.sql',
  'src/scheduling/access.sql',
  'src/facilitation/access.sql',
  'src/library/access.sql',
  'src/help/access.sql',
  'src/journey/access.sql',
  'src/quickscan/access.sql',
  'src/session/access.sql',
  'src/reflection/access.sql',
  'src/site/access.sql',
]
