import * as v from 'valibot'
import { requiredText, version } from '#platform/web/schemas.ts'
import { limits } from './limits.ts'

export const entryForm = v.object({ text: requiredText(limits.entry), 'version.text': version })
