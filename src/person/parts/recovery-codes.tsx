import type { PropsWithChildren } from 'hono/jsx'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import type { Frame } from './frame.ts'

type Props = PropsWithChildren<{ frame: Frame; name: string; organisation: string; codes: readonly string[]; goOn: string }>

/** Shows new recovery codes, this once. Children stand before the way on. */
export const RecoveryCodesPage = ({ frame, name, organisation, codes, goOn, children }: Props) => {
  const t = words(frame.locale)
  return (
    <Page title={t('codes.title')} {...frame} places={[]}>
      <PageTitle title={t('codes.title')}>{t('codes.lead')}</PageTitle>
      <p class="small">{t('codes.for', { name, organisation })}</p>
      <Codes codes={codes} />
      <p>{t('codes.once')}</p>
      {children}
      <div class="actions">
        <LinkButton kind="primary" href={goOn}>
          {t('codes.go_on')}
        </LinkButton>
      </div>
    </Page>
  )
}

const Codes = ({ codes }: { codes: readonly string[] }) => (
  <ol class="codes">
    {codes.map((code) => (
      <li>
        <code>{code}</code>
      </li>
    ))}
  </ol>
)
