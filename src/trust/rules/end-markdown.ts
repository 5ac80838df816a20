import type { ClosingView, TransferCheckView } from '#journey/queries/whole.ts'
import { type Block, blocks, facts, heading, paragraphs, quote, section } from './markdown.ts'
import type { Writing } from './writing.ts'

/** How the journey ended, or is about to, and what the look back some weeks later showed. */
export function endInWords(writing: Writing): Block {
  const { whole } = writing
  return blocks(
    whole.closings.map((closing) => closingInWords(writing, closing)),
    whole.transferChecks.map((check) => checkInWords(writing, check)),
  )
}

const closingFields = [
  'solutionSummary',
  'whatMadeTheDifference',
  'stillOpen',
  'aboutMyLearning',
  'feedbackToFacilitator',
  'what',
  'learned',
  'note',
] as const

function closingInWords({ t, j, day, field, nameOf }: Writing, closing: ClosingView): Block {
  const outcome = j(`shared.outcome.${closing.outcome}`)
  const differing = closing.texts.others.filter((text) => text.field === 'differingView' && text.body !== '')
  const part = closing.closed_at ? blocks : section
  return part(
    heading(2, `${t('export.closing')} (${closing.closed_at ? outcome : t('export.draft')})`),
    closingFields.map((name) => field(t(`export.${name}`), closing.texts, name)),
    facts([
      [t('export.reason'), closing.reason && j(`close.reason.${closing.reason}`)],
      [t('export.passed_to'), closing.receiver && j(`close.receiver.${closing.receiver}`)],
      [t('export.parked_until'), closing.parked_until && day(closing.parked_until)],
    ]),
    differing.map((text) => blocks(paragraphs(t('export.differs', { name: nameOf(text.author_id) })), quote(paragraphs(text.body)))),
  )
}

function checkInWords({ whole, t, j, day, field }: Writing, check: TransferCheckView): Block {
  const mine = (label: string) => t('export.only', { label, name: whole.journey.learner_name })
  const conditions = (given: TransferCheckView['helped']) => given?.map((one) => j(`close.condition.${one}`)).join(', ')
  return blocks(
    heading(2, `${t(check.follows_id ? 'export.second_transfer' : 'export.transfer')} (${t(`export.check.${check.state}`)})`),
    field(t('export.description'), check.texts, 'description'),
    facts([
      [t('export.due'), day(check.due_on)],
      [t('export.met'), check.met_new_challenge && j(`close.transfer_met.${check.met_new_challenge}`)],
      [t('export.progress'), check.progress !== null && j(`evaluate.progress.${check.progress}`)],
      [t('export.support'), check.support_used && j(`close.support.${check.support_used}`)],
      [t('export.reused'), check.reused.map((one) => j(`close.dimension.${one}`)).join(', ')],
      [t('export.confidence'), check.confidence !== null && t('export.of_ten', { value: check.confidence })],
      [mine(t('export.helped')), conditions(check.helped)],
      [mine(t('export.hindered')), conditions(check.hindered)],
    ]),
  )
}
