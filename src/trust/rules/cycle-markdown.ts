import { leadsInWords } from '#journey/parts/leads-in-words.ts'
import type { CycleView, ObservationView, ProposalView, ReviewView, StepView } from '#journey/queries/whole.ts'
import { bodyOf } from '#journey/queries/whole.ts'
import { helperInWords, helpInWords, needInWords } from './help-markdown.ts'
import { type Block, blocks, bullets, facts, heading, inline, label, numbered, paragraphs, quote, section, told } from './markdown.ts'
import type { Writing } from './writing.ts'

/** One cycle: its plan, what was noted, its review with the answers to it, and what was proposed meanwhile. */
export function cycleInWords(writing: Writing, cycle: CycleView): Block {
  const { whole, t, j } = writing
  const proposals = whole.proposals.filter((proposal) => proposal.cycle_id === cycle.id)
  return blocks(
    heading(2, `${t('export.cycle', { number: cycle.number })} (${j(`shared.cycle_state.${cycle.state}`)})`),
    plan(writing, cycle),
    cycle.observations.length > 0
      ? blocks(
          heading(3, t('export.notes')),
          cycle.observations.map((note) => noteInWords(writing, cycle, note)),
        )
      : '',
    proposals.length > 0 ? blocks(heading(3, t('export.proposals')), bullets(proposals.map((one) => proposalInWords(writing, one)))) : '',
    helpInWords(writing, cycle),
    cycle.review ? review(writing, cycle, cycle.review) : '',
  )
}

function plan(writing: Writing, cycle: CycleView): Block {
  const { whole, t, j, day, field } = writing
  return section(
    heading(3, t('export.plan')),
    field(t('export.focus'), cycle.texts, 'focus'),
    field(t('export.options'), cycle.texts, 'options'),
    facts([
      [t('export.review_on'), cycle.planned_review_on && day(cycle.planned_review_on)],
      [t('export.lead_intent'), leadsInWords(j, cycle.lead_intent, whole.journey.learner_name)],
    ]),
    cycle.steps.length > 0 ? blocks(label(t('export.steps')), numbered(cycle.steps.map((step) => stepInWords(writing, step)))) : '',
  )
}

function stepInWords(writing: Writing, step: StepView): Block {
  const { t, j, day, nameOf, fact } = writing
  const words = (field: string) => bodyOf(step.texts, field)
  const about = [
    step.kind && j(`plan.step_kind.${step.kind}`),
    step.by_when && t('export.by', { date: day(step.by_when) }),
    j(`plan.status.${step.status}`),
    step.minutes_planned && t('export.minutes', { minutes: step.minutes_planned }),
    step.created_as === 'facilitator' && t('export.proposed_by', { name: nameOf(step.created_by) }),
  ].filter(Boolean)
  const more = [
    fact(t('export.expectation'), step.texts, 'expectation'),
    (words('ifPart') || words('thenPart')) && inline(t('export.if_then', { condition: words('ifPart'), action: words('thenPart') })),
    fact(t('export.obstacle'), step.texts, 'obstacle'),
    fact(t('export.obstaclePlan'), step.texts, 'obstaclePlan'),
    step.confidence !== null && `${inline(t('export.confidence'))}: ${inline(t('export.of_ten', { value: step.confidence }))}`,
    ...step.assignees.map((assignee) => helperInWords(writing, assignee)),
    ...step.needs.map((need) => {
      const state = [j(`plan.need_state.${need.state}`), need.needed_by && t('export.by', { date: day(need.needed_by) })]
        .filter(Boolean)
        .join(', ')
      return needInWords(writing, need, inline(`${t('export.need', { text: bodyOf(need.texts, 'text') })} (${state})`))
    }),
  ].filter((line): line is string => Boolean(line))
  const first = `**${inline(words('what') || t('export.step_untitled'))}** (${inline(about.join(', '))})`
  return more.length > 0 ? `${first}\n${bullets(more)}` : first
}

function noteInWords(writing: Writing, cycle: CycleView, note: ObservationView): Block {
  const { whole, t, j, moment } = writing
  const step = cycle.steps.find((candidate) => candidate.id === note.step_id)
  const what = step && bodyOf(step.texts, 'what')
  const when = what ? `${moment(note.at)}, ${what}` : moment(note.at)
  const mine = (text: string) => t('export.only', { label: text, name: whole.journey.learner_name })
  return blocks(
    told(note.audience_id === null ? mine(when) : when, bodyOf(note.texts, 'text')),
    facts([
      [mine(t('export.mood')), note.mood && j(`attempt.mood.${note.mood}`)],
      [t('export.files'), note.attachments.map((file) => file.name).join(', ')],
    ]),
  )
}

function proposalInWords({ t, j, day, nameOf }: Writing, proposal: ProposalView): Block {
  const words = proposal.texts.others.concat(proposal.texts.own).find((text) => text.field === 'proposal')?.body
  const about = [
    proposal.step_kind && j(`plan.step_kind.${proposal.step_kind}`),
    proposal.by_when && t('export.by', { date: day(proposal.by_when) }),
    proposal.next_move && j(`evaluate.next_move.${proposal.next_move}`),
    t(`export.decision.${proposal.state}`),
  ].filter(Boolean)
  const said = [words, about.join(', ')].filter(Boolean).join(' · ')
  return inline(`${t(`export.proposal.${proposal.kind}`, { name: nameOf(proposal.author_id) })}: ${said}`)
}

function review(writing: Writing, cycle: CycleView, written: ReviewView): Block {
  const { whole, t, j, field, nameOf } = writing
  const challenge = whole.challenges.find((version) => version.id === cycle.challenge_id) ?? whole.challenge
  const signs = challenge.signs.flatMap((sign) => {
    const state = written.signs[sign.id]
    const words = bodyOf(sign.texts, 'text')
    return state && words ? [inline(`${words} (${j(`evaluate.sign.${state}`)})`)] : []
  })
  const answers = written.texts.others.filter((text) => text.field === 'facilitatorResponse' && text.body !== '')
  const title = written.saved_at ? t('export.review') : `${t('export.review')} (${t('export.draft')})`
  return blocks(
    heading(3, title),
    (['happened', 'wentWell', 'toImprove', 'explanation', 'insight'] as const).map((name) =>
      field(t(`export.${name}`), written.texts, name),
    ),
    signs.length > 0 ? blocks(label(t('export.signs')), bullets(signs)) : '',
    facts([
      [t('export.progress'), written.progress !== null && j(`evaluate.progress.${written.progress}`)],
      [t('export.confidence'), written.confidence_now !== null && t('export.of_ten', { value: written.confidence_now })],
      [t('export.obstacles'), written.obstacle_tags.map((tag) => j(`evaluate.obstacle.${tag}`)).join(', ')],
      [t('export.lead'), leadsInWords(j, written.lead, whole.journey.learner_name)],
      [t('export.lead_seen'), leadsInWords(j, written.lead_by_facilitator, whole.journey.learner_name)],
      [t('export.only', { label: t('export.mood'), name: whole.journey.learner_name }), written.mood && j(`evaluate.mood.${written.mood}`)],
      [t('export.next_move'), written.next_move && j(`evaluate.next_move.${written.next_move}`)],
    ]),
    answers.map((text) => blocks(paragraphs(t('export.writes', { name: nameOf(text.author_id) })), quote(paragraphs(text.body)))),
  )
}
