import { eventNames } from '#journey/journey.ts'
import type { JourneyWords } from '#journey/messages/index.ts'
import { bodiesOf, bodyOf, type ChallengeView, type Text, type WholeJourney } from '#journey/queries/whole.ts'
import { type Locale, languageOf } from '#platform/words/words.ts'
import type { TrustWords } from '../messages/index.ts'
import { cycleInWords } from './cycle-markdown.ts'
import { endInWords } from './end-markdown.ts'
import { type Block, blocks, bullets, facts, heading, inline, label, paragraphs, told } from './markdown.ts'
import type { Writing } from './writing.ts'

/** For whom a document is written: their name, language and time zone. */
export interface Reading {
  name: string
  organisation: string
  locale: Locale
  timeZone: string
  at: Date
}

/** A journey as a document that one likes to read, as far as `whole` was loaded for this reader. */
export function journeyMarkdown(whole: WholeJourney, reading: Reading, words: { t: TrustWords; j: JourneyWords }): string {
  const writing = writingFor(whole, reading, words)
  const { t, j, moment } = writing
  const title = bodyOf(whole.challenge.texts, 'title')
  const document = blocks(
    heading(1, title || t('export.untitled')),
    paragraphs(t('export.of', { name: whole.journey.learner_name, organisation: reading.organisation })),
    standing(writing),
    heading(2, t('export.challenge')),
    challengeInWords(writing, whole.challenge),
    whole.challenges
      .slice(0, -1)
      .toReversed()
      .map((version) => earlierVersion(writing, version)),
    whole.cycles.map((cycle) => cycleInWords(writing, cycle)),
    endInWords(writing),
    heading(2, t('export.events')),
    bullets(whole.events.map((event) => inline(`${moment(event.at)}: ${eventInWords(j, event.name)}`))),
    '---',
    paragraphs(t('export.taken', { name: reading.name, date: moment(reading.at.toISOString()) })),
  )
  return `${document}\n`
}

function writingFor(whole: WholeJourney, { locale, timeZone }: Reading, { t, j }: { t: TrustWords; j: JourneyWords }): Writing {
  const tag = locale === 'en' ? 'en-GB' : 'de-DE'
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const zoned = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const names = new Map(whole.members.map((member) => [member.person_id, member.name]))
  const learner = whole.journey.learner_name
  const labelled = (about: string, { audience_id }: Text) => {
    if (audience_id === null) return t('export.only', { label: about, name: learner })
    return audience_id === whole.journey.id ? about : t('export.only_two', { label: about, name: learner })
  }
  return {
    whole,
    locale,
    t,
    j,
    day: (value) => days.format(new Date(`${value}T12:00:00Z`)),
    dayOf: (value) => zoned.format(new Date(value)),
    moment: (value) => moments.format(new Date(value)),
    nameOf: (personId) => names.get(personId) ?? '',
    list: (some) => new Intl.ListFormat(languageOf(locale), { type: 'conjunction' }).format(some),
    fact: (about, texts, field) => {
      const written = texts.own.find((text) => text.field === field && text.body !== '')
      return written ? `${inline(labelled(about, written))}: ${inline(written.body)}` : ''
    },
    field: (about, texts, field) => {
      const written = texts.own.filter((text) => text.field === field && text.body !== '')
      const [first] = written
      if (!first) return ''
      if (written.length === 1) return told(labelled(about, first), first.body)
      return blocks(label(labelled(about, first)), bullets(written.map((text) => inline(text.body))))
    },
  }
}

function standing({ whole, t, j, dayOf, list }: Writing): Block {
  const { journey } = whole
  const helping = whole.members.filter((member) => member.role === 'facilitator' && member.reads_from && !member.until)
  const state = journey.outcome ? j(`shared.outcome.${journey.outcome}`) : j(`shared.status.${journey.status}`)
  const independence = journey.solved_independence && j(`close.independence.${journey.solved_independence}`)
  return bullets(
    [
      `${t('export.standing')}: ${state}${journey.outcome ? '' : `, ${j(`shared.phase.${journey.phase}`)}`}`,
      independence,
      helping.length > 0 && t('export.with', { names: list(helping.map((member) => member.name)) }),
      journey.started_at && t('export.begun', { date: dayOf(journey.started_at) }),
      journey.closed_at && t('export.closed', { date: dayOf(journey.closed_at) }),
    ].flatMap((line) => (line ? [inline(line)] : [])),
  )
}

function challengeInWords({ t, j, field, whole }: Writing, challenge: ChallengeView): Block[] {
  const { texts } = challenge
  const signs = challenge.signs.flatMap((sign) => {
    const words = bodyOf(sign.texts, 'text')
    return words ? [inline(sign.kind ? `${words} (${j(`identify.sign_kind.${sign.kind}`)})` : words)] : []
  })
  const ofTen = (value: number | null) => value !== null && t('export.of_ten', { value })
  const mine = (label: string) => t('export.only', { label, name: whole.journey.learner_name })
  return [
    field(t('export.situation'), texts, 'situation'),
    field(t('export.learningQuestion'), texts, 'learningQuestion'),
    signs.length > 0 ? blocks(label(t('export.signs')), bullets(signs)) : '',
    field(t('export.triedSoFar'), texts, 'triedSoFar'),
    field(t('export.peopleInvolved'), texts, 'peopleInvolved'),
    field(t('export.whyItMatters'), texts, 'whyItMatters'),
    facts([
      [t('export.kind'), challenge.kind && j(`identify.kind.${challenge.kind}`)],
      [t('export.learnable'), challenge.learnable && j(`identify.learnable.${challenge.learnable}`)],
      [
        t('export.risks'),
        challenge.risk_flags
          .filter((flag) => flag !== 'none')
          .map((flag) => j(`identify.risk.${flag}`))
          .join(', '),
      ],
      [t('export.confidence'), ofTen(challenge.confidence_start) || null],
      [mine(t('export.importance')), ofTen(challenge.importance) || null],
      [t('export.weeks'), challenge.expected_weeks?.toString()],
      [t('export.tags'), bodiesOf(texts, 'tags').join(', ')],
    ]),
  ]
}

/** A version that was reframed, and why it was. */
function earlierVersion(writing: Writing, challenge: ChallengeView): Block {
  const { whole, t, dayOf, field } = writing
  const next = whole.challenges.find((candidate) => candidate.version === challenge.version + 1)
  return blocks(
    heading(3, t('export.earlier', { version: challenge.version, date: dayOf(challenge.created_at) })),
    paragraphs(bodyOf(challenge.texts, 'title')),
    challengeInWords(writing, challenge),
    next ? field(t('export.reframed'), next.texts, 'reframeReason') : '',
  )
}

const eventInWords = (j: JourneyWords, name: string) => {
  const known = ['created' as const, ...eventNames].find((candidate) => candidate === name)
  return j(known ? `shared.event.${known}` : 'shared.event.other')
}
