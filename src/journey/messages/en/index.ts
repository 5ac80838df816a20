import { accompany } from './accompany.ts'
import { assignees } from './assignees.ts'
import { attempt } from './attempt.ts'
import { close } from './close.ts'
import { evaluate } from './evaluate.ts'
import { identify } from './identify.ts'
import { needs } from './needs.ts'
import { plan } from './plan.ts'
import { shared } from './shared.ts'
import { stuck } from './stuck.ts'
import { support } from './support.ts'

export const en = {
  ...shared,
  ...identify,
  ...plan,
  ...needs,
  ...attempt,
  ...assignees,
  ...stuck,
  ...evaluate,
  ...close,
  ...accompany,
  ...support,
}
