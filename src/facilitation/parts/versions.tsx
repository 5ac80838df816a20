import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { Fold } from '#ui/cards.tsx'
import { sayDate } from '#ui/time.ts'
import type { FacilitationWords } from '../messages/index.ts'
import { type Agreement, type AgreementVersion, inForceOf, inForceSince, isSameTerms, proposedOf } from '../rules/agreement.ts'
import { toAgreement } from './agreement-acts.tsx'
import { LetterChanges } from './letter.tsx'

interface VersionsProps {
  agreement: Agreement
  me: Me
  now: Date
  t: FacilitationWords
}

/** Every version that was ever written, the newest first, each with what it changed and the way to the whole of it. */
export const Versions = (props: VersionsProps) => {
  const { agreement, t } = props
  if (agreement.versions.length < 2) return null
  return (
    <section class="agreement-versions" aria-labelledby="versions">
      <h2 id="versions">{t('agreement.versions')}</h2>
      {agreement.versions.toReversed().map((version) => (
        <Fold id={`version-${version.number}`} summary={nameOfVersion(agreement, version, t)} aside={becameOf(version, props)}>
          <Changed {...props} version={version} />
          <p>
            <a href={`${toAgreement(agreement)}/versions/${version.number}`}>{t('agreement.version_whole')}</a>
          </p>
        </Fold>
      ))}
    </section>
  )
}

const Changed = ({ agreement, version, me, t }: VersionsProps & { version: AgreementVersion }) => {
  const before = agreement.versions.find(({ number }) => number === version.number - 1)?.terms
  if (!before) return <p>{t('agreement.version_first')}</p>
  if (isSameTerms(before, version.terms)) return <p>{t('agreement.version_same')}</p>
  return <LetterChanges agreement={agreement} terms={version.terms} before={before} reader={me} t={t} />
}

export const nameOfVersion = (agreement: Agreement, { number, writtenBy }: AgreementVersion, t: FacilitationWords): string =>
  t('agreement.version_line', { number, name: nameOf(agreement, writtenBy) })

const nameOf = (agreement: Agreement, personId: string) =>
  personId === agreement.learnerId ? agreement.learnerName : agreement.facilitatorName

/** What became of a version, or what it waits for. */
export function becameOf(version: AgreementVersion, { agreement, me, now, t }: VersionsProps): string {
  const day = (at: Date) => sayDate(dayIn(me.timeZone, at), dayIn(me.timeZone, now), me.locale)
  if (version.laidAsideAt) return t('agreement.version_laid_aside', { date: day(version.laidAsideAt) })
  const since = inForceSince(version)
  const holds = !agreement.endedAt && version === inForceOf(agreement)
  if (since) return t(holds ? 'agreement.version_in_force' : 'agreement.version_before', { date: day(since) })
  if (agreement.endedAt || version !== proposedOf(agreement)) return t('agreement.version_passed')
  const waitsFor = version.confirmations.some(({ personId }) => personId === agreement.learnerId)
    ? agreement.facilitatorId
    : agreement.learnerId
  return t('agreement.version_waiting', { name: nameOf(agreement, waitsFor) })
}
