import { Page, PageTitle } from '#ui/page.tsx'
import { TextChange } from '#ui/text-change.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { ChallengeTexts } from '../parts/challenge-reading.tsx'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { bodiesOf, bodyOf, type ChallengeView } from '../queries/whole.ts'

/** Every version of a challenge with its reason and with what changed, newest first. */
export const ChallengeVersionsPage = (props: PhaseProps) => {
  const { whole, me, assets, t } = props
  const versions = whole.challenges.toReversed()
  return (
    <Page title={t('identify.versions_title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('identify.versions_title')} overline={<WayBack whole={whole} t={t} />}>
        {versions.length > 1 && t('identify.versions_lead')}
      </PageTitle>
      {versions.map((version, index) => (
        <Version {...props} version={version} before={versions[index + 1]} holds={index === 0} />
      ))}
    </Page>
  )
}

type VersionProps = PhaseProps & { version: ChallengeView; before: ChallengeView | undefined; holds: boolean }

const Version = ({ version, before, holds, me, now, t }: VersionProps) => {
  const reason = bodyOf(version.texts, 'reframeReason')
  return (
    <section class="stack version" id={`version-${version.version}`}>
      <h2>{t('identify.version', { number: version.version })}</h2>
      <p class="small">
        <When at={new Date(version.created_at)} now={now} reader={me} />
        {holds && ` · ${t('identify.version_holds')}`}
      </p>
      {reason && (
        <p>
          {t('identify.because')} <Words inline>{reason}</Words>
        </p>
      )}
      {before ? <Changes version={version} before={before} me={me} t={t} /> : <ChallengeTexts challenge={version} t={t} />}
    </section>
  )
}

const texts = ['title', 'situation', 'learningQuestion', 'triedSoFar', 'whyItMatters', 'peopleInvolved'] as const

const Changes = ({ version, before, me, t }: Pick<VersionProps, 'version' | 'me' | 't'> & { before: ChallengeView }) => {
  const both = [...texts.map((field) => said(field, before, version, t)), signs(before, version, t), tags(before, version, t)]
  const choices = [
    changed(t('identify.kind'), before.kind && t(`identify.kind.${before.kind}`), version.kind && t(`identify.kind.${version.kind}`)),
    changed(
      t('identify.learnable'),
      before.learnable && t(`identify.learnable.${before.learnable}`),
      version.learnable && t(`identify.learnable.${version.learnable}`),
    ),
    changed(t('identify.riskFlags'), flags(before, t), flags(version, t)),
  ]
  const shown = [...both, ...choices].filter((pair) => pair.before !== pair.after)
  if (shown.length === 0) return <p>{t('identify.nothing_changed')}</p>
  return (
    <dl class="answers">
      {shown.map((pair) => (
        <>
          <dt>{pair.label}</dt>
          <dd>
            <TextChange before={pair.before} after={pair.after} locale={me.locale} />
          </dd>
        </>
      ))}
    </dl>
  )
}

interface Pair {
  label: string
  before: string
  after: string
}
type T = PhaseProps['t']

const changed = (label: string, before: string | null, after: string | null): Pair => ({ label, before: before ?? '', after: after ?? '' })

const said = (field: (typeof texts)[number], before: ChallengeView, after: ChallengeView, t: T): Pair =>
  changed(t(field === 'title' ? 'identify.title_field' : `identify.${field}`), bodyOf(before.texts, field), bodyOf(after.texts, field))

const signs = (before: ChallengeView, after: ChallengeView, t: T): Pair => {
  const lines = (challenge: ChallengeView) =>
    challenge.signs
      .map((sign) => bodyOf(sign.texts, 'text'))
      .filter(Boolean)
      .join('\n')
  return changed(t('identify.successSigns'), lines(before), lines(after))
}

const tags = (before: ChallengeView, after: ChallengeView, t: T): Pair =>
  changed(t('identify.tags'), bodiesOf(before.texts, 'tags').join(', '), bodiesOf(after.texts, 'tags').join(', '))

const flags = (challenge: ChallengeView, t: T) => challenge.risk_flags.map((flag) => t(`identify.risk.${flag}`)).join(', ')
