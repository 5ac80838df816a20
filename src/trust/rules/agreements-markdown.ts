import type { FacilitationWords } from '#facilitation/messages/index.ts'
import { letterSections } from '#facilitation/parts/letter-sections.ts'
import type { Agreement } from '#facilitation/rules/agreement.ts'
import { dayIn } from '#platform/clock.ts'
import { longDay } from '#ui/time.ts'
import type { TrustWords } from '../messages/index.ts'
import type { Reading } from './journey-markdown.ts'
import { type Block, blocks, bullets, heading, inline, paragraphs } from './markdown.ts'

/** Agreements as documents: every version as the letter says it, with who confirmed it and when. */
export function agreementsMarkdown(
  agreements: readonly Agreement[],
  reading: Reading,
  { t, f }: { t: TrustWords; f: FacilitationWords },
): Block {
  return blocks(
    heading(1, t('whole.agreements')),
    agreements.map((agreement) => one(agreement, reading, { t, f })),
  )
}

function one(agreement: Agreement, { locale, timeZone }: Reading, { t, f }: { t: TrustWords; f: FacilitationWords }): Block {
  const { learnerId, learnerName: learner, facilitatorName: facilitator } = agreement
  const day = (at: Date) => longDay(dayIn(timeZone, at), locale)
  const nameOf = (personId: string) => (personId === learnerId ? learner : facilitator)
  return blocks(
    heading(2, t('whole.agreement', { learner, facilitator })),
    agreement.versions.map((version) =>
      blocks(
        heading(3, t('whole.version', { number: version.number, name: nameOf(version.writtenBy), date: day(version.writtenAt) })),
        letterSections(version.terms, { learner, facilitator, locale, t: f }).map(({ heading: title, pieces }) =>
          blocks(
            heading(4, title),
            paragraphs(
              pieces
                .filter(({ kind }) => kind !== 'item')
                .map(({ label, text }) => (label ? `${label} ${text}` : text))
                .join('\n\n'),
            ),
            bullets(pieces.filter(({ kind }) => kind === 'item').map(({ text }) => inline(text))),
          ),
        ),
        bullets(version.confirmations.map(({ personId, at }) => inline(t('whole.confirmed', { name: nameOf(personId), date: day(at) })))),
      ),
    ),
  )
}
