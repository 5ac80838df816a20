import { Actions, LinkButton } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { Afterwards } from '../parts/afterwards.tsx'
import { broughtIn, pageData } from '../parts/page-data.ts'
import { Result } from '../parts/result.tsx'
import { type Answers, type Constants, type Form, instrument, score } from '../quickscan.ts'
import { type Frame, ScanPage } from './frame.tsx'

/** The result of what lies in this browser, drawn there; without any, it says so. */
export const ResultPage = ({ frame, constants }: { frame: Frame; constants: Constants }) => {
  const { locale } = frame
  const t = words(locale)
  const page = pageData('full', { ...frame, signedIn: frame.me !== undefined, constants })
  return (
    <ScanPage frame={frame} title={t('result.title')}>
      <lotse-quickscan data-result data-page={JSON.stringify(page)}>
        <div class="scan-none">
          <PageTitle title={t('result.none')}>{t('result.none_how')}</PageTitle>
          <Actions>
            <LinkButton kind="primary" href="/quickscan">
              {t('mine.take')}
            </LinkButton>
          </Actions>
        </div>
      </lotse-quickscan>
    </ScanPage>
  )
}

interface EvaluatedProps {
  frame: Frame
  answers: Answers
  form: Form
  constants: Constants
  /** YYYY-MM-DD. */
  today: string
  problem?: string
}

/** The result of answers that were sent to be evaluated here; they are forgotten with the answer. */
export const EvaluatedPage = ({ frame, answers, form, constants, today, problem }: EvaluatedProps) => {
  const { locale } = frame
  const t = words(locale)
  const brought = broughtIn(locale, constants)
  const after = {
    answers,
    form,
    takenOn: today,
    said: brought.said,
    t,
    signedIn: frame.me !== undefined,
    mayRegister: frame.mayRegister,
    live: false,
    problem,
  }
  return (
    <ScanPage frame={frame} title={t('result.title')}>
      <Result
        scored={score(answers, form, constants)}
        form={form}
        brought={brought}
        t={t}
        taken={longDay(today, locale)}
        privacy={instrument.texts.privacyNoScript[locale]}
      >
        <Afterwards {...after} />
      </Result>
    </ScanPage>
  )
}

export const DonatedPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <ScanPage frame={frame} title={t('donate.done')}>
      <PageTitle title={t('donate.done')}>{t('donate.done_how')}</PageTitle>
      <p>
        <a href="/quickscan/result">{t('donate.back')}</a>
      </p>
    </ScanPage>
  )
}
