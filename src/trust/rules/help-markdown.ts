import { words as helpWords } from '#help/messages/index.ts'
import { standingOf } from '#help/parts/help-request.tsx'
import type { AssigneeRow } from '#help/queries/assignee.ts'
import type { HelpRequestRow } from '#help/queries/of-journey.ts'
import { helpRequestFieldNames } from '#help/rules/help-request.ts'
import type { CycleView, NeedView } from '#journey/queries/whole.ts'
import { type Block, blocks, bullets, heading, inline, paragraphs, quote, told } from './markdown.ts'
import type { Writing } from './writing.ts'

/** What was asked of others in one cycle, and what they answered. */
export function helpInWords(writing: Writing, cycle: CycleView): Block {
  const asked = writing.whole.helpRequests.filter((request) => request.cycle_id === cycle.id)
  return asked.length > 0
    ? blocks(
        heading(3, writing.t('export.help')),
        asked.map((request) => questionInWords(writing, request)),
      )
    : ''
}

function questionInWords({ t, locale, moment }: Writing, request: HelpRequestRow): Block {
  const h = helpWords(locale)
  const body = (field: string) => request.texts.find((text) => text.subject_id === request.id && text.field === field)?.body ?? ''
  const standing = standingOf({ state: request.state, givenBack: request.given_back }, h)
  const whom = t('export.help_to', { name: request.to_name ?? h('help.former_member'), date: moment(request.asked_at) })
  const answers = request.texts.filter((text) => text.field === 'answer')
  return blocks(
    paragraphs(`${whom} (${standing})`),
    helpRequestFieldNames.filter(body).map((field) => told(h(`help.read.${field}`), body(field))),
    answers.map((text) => blocks(paragraphs(t('export.writes', { name: text.author_name })), quote(paragraphs(text.body)))),
  )
}

/** A need in one line, and under it what was said to it through its link. */
export function needInWords({ whole, locale, day }: Writing, { link }: NeedView, line: Block): Block {
  const h = helpWords(locale)
  const said = (link?.answers ?? []).flatMap(({ kind, body, coming_on, reply }) => [
    inline([h(`need.says.${kind}`), body, coming_on && `${h('need.comes_on')} ${day(coming_on)}`].filter(Boolean).join(' ')),
    ...(reply ? [inline(`${whole.journey.learner_name}: ${reply}`)] : []),
  ])
  return said.length > 0 ? `${line}\n${bullets(said)}` : line
}

/** Who helped with a step, as what, and what they wrote there. */
export function helperInWords({ t, locale }: Writing, { name, role, texts }: AssigneeRow): Block {
  const line = inline(t('export.helper', { name, role: helpWords(locale)(`assignee.role.${role}`) }))
  const said = texts.filter(({ body }) => body !== '').map(({ body }) => inline(body))
  return said.length > 0 ? `${line}\n${bullets(said)}` : line
}
