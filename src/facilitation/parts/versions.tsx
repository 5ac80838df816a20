import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { Fold } from '#ui/cards.tsx'
import { sayDate } from '#ui/time.ts'
import type { FacilitationWords } from '../messages/index.ts'
import { type Agreement, type AgreementVersion, inForceOf, inForceSince, proposedOf } from '../rules/agreement.ts'
import { Letter } from './letter.tsx'

interface VersionsProps {
  agreement: Agreement
  me: Me
  now: Date
  t: FacilitationWords
}

/** Every version that was ever written, the newest first, each against the one before it. */
export const Versions = (props: VersionsProps) => {
  const { agreement, me, t } = props
  if (agreement.versions.length < 2) return null
  return (
    <section class="stack agreement-versions" aria-labelledby="versions">
      <h2 id="versions">{t('agreement.versions')}</h2>
      {agreement.versions.toReversed().map((version) => (
        <Fold
          id={`version-${version.number}`}
          summary={t('agreement.version_line', { number: version.number, name: nameOf(agreement, version.writtenBy) })}
          aside={becameOf(version, props)}
        >
          <Letter
            agreement={agreement}
            terms={version.terms}
            before={agreement.versions.find(({ number }) => number === version.number - 1)?.terms}
            version={version}
            reader={me}
            t={t}
          />
        </Fold>
      ))}
    </section>
  )
}

const nameOf = (agreement: Agreement, personId: string) =>
  personId === agreement.learnerId ? agreement.learnerName : agreement.facilitatorName

function becameOf(version: AgreementVersion, { agreement, me, now, t }: VersionsProps): string {
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
