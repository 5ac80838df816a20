import * as v from 'valibot'
import { day, id, requiredChoice, requiredText, text } from '#platform/web/schemas.ts'
import { needAnswerKinds, needWordsMax } from '../rules/need-link.ts'

/** What somebody without an account says to a need. `id` is made by the page, so that sending it twice answers once. */
export const needAnswerForm = v.object({ id, kind: requiredChoice(needAnswerKinds), comingOn: day, body: text(needWordsMax) })

/** What the learner says to a question that came through the link. */
export const needReplyForm = v.object({ answerId: id, reply: requiredText(needWordsMax) })
