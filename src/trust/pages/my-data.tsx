import type { Frame } from '#person/parts/frame.ts'
import { Actions, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'

/** What one can do with everything that is one's own: take it along, and go. */
export const MyDataPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('my_data.title')} {...frame}>
      <PageTitle title={t('my_data.title')} overline={<a href="/settings">{t('my_data.back')}</a>}>
        {t('my_data.lead')}
      </PageTitle>
      <section class="section">
        <h2>{t('my_data.take')}</h2>
        <p>{t('my_data.take_what')}</p>
        <Actions>
          <LinkButton kind="primary" href="/my-data/export.zip">
            {t('my_data.download')}
          </LinkButton>
        </Actions>
      </section>
      <section class="section">
        <h2>{t('my_data.go')}</h2>
        <p>{t('my_data.go_what')}</p>
        <Actions>
          <LinkButton href="/leaving">{t('my_data.go_on')}</LinkButton>
        </Actions>
      </section>
    </Page>
  )
}
