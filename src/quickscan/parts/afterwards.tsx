import { Button, Form, LinkButton } from '#ui/form.tsx'
import type { QuickscanWords } from '../messages/index.ts'
import { type Answers, asAnswer, instrument, itemsOf, type Form as ScanForm } from '../quickscan.ts'
import type { Said } from '../rules/said.ts'

export interface AfterwardsProps {
  answers: Answers
  form: ScanForm
  /** YYYY-MM-DD. */
  takenOn: string
  said: Said
  t: QuickscanWords
  signedIn: boolean
  /** Whether somebody without an account may make one here. */
  mayRegister: boolean
  /** Whether a browser reckoned: then the answers lie in it, and it can print, write a file and delete. */
  live: boolean
  /** What stands in the way of a donation that was tried. */
  problem?: string
}

/** The answers as they travel with a form; nothing is sent before its button is pressed. */
const carried = ({ answers, form, takenOn }: AfterwardsProps) => ({
  form,
  version: instrument.version,
  takenOn,
  ...Object.fromEntries(itemsOf(form).map(({ id }) => [id, asAnswer(answers[id]) ?? ''])),
})

/** What one can do with a result, each act explicit. */
export const Afterwards = (props: AfterwardsProps) => {
  const { t, signedIn, mayRegister, live, form } = props
  return (
    <section class="section scan-after" aria-labelledby="scan-after">
      <h2 id="scan-after">{t('after.title')}</h2>
      {signedIn && (
        <Form action="/quickscan/mine" class="scan-act" hidden={carried(props)}>
          <Button kind="primary">{t('after.keep')}</Button>
          <p class="small">{t('after.keep_how')}</p>
        </Form>
      )}
      {!signedIn && live && (
        <div class="scan-act">
          <div class="actions">
            <LinkButton kind="primary" href="/sign-in?back=/quickscan/result">
              {t('after.sign_in')}
            </LinkButton>
            {mayRegister && <a href="/register">{t('after.register')}</a>}
          </div>
          <p class="small">{t('after.keep_how')}</p>
        </div>
      )}
      {live && (
        <>
          <div class="actions">
            <Do what="print">{t('after.print')}</Do>
            <Do what="file">{t('after.file')}</Do>
            <Do what="change">{t('after.change')}</Do>
            <Do what="delete">{t('after.delete')}</Do>
          </div>
          <p class="small">{t('after.file_how')}</p>
        </>
      )}
      <p class="actions">
        <a href="/journeys/new">{t('after.journey')}</a>
        {signedIn && <a href="/quickscan/mine">{t('after.mine')}</a>}
      </p>
      {form === 'full' && <Donation {...props} />}
    </section>
  )
}

const Do = ({ what, children }: { what: string; children?: string }) => (
  <Button type="button" kind={what === 'delete' || what === 'change' ? 'quiet' : 'secondary'} further={{ 'data-do': what }}>
    {children}
  </Button>
)

const Donation = (props: AfterwardsProps) => {
  const { said, t, problem, answers } = props
  const complete = itemsOf('full').every(({ id }) => asAnswer(answers[id]) !== null)
  return (
    <details class="fold" open={problem !== undefined}>
      <summary>
        <span class="fold-name">{t('donate.title')}</span>
      </summary>
      <div class="fold-body">
        <p>{said.texts.donate}</p>
        {complete ? (
          <Form action="/quickscan/donations" hidden={carried(props)}>
            {problem && (
              <p class="note note-caution" id="donation-problem" role="alert">
                {problem}
              </p>
            )}
            <Tick name="donate" label={t('donate.yes')} invalid={problem !== undefined} />
            <Tick name="first" label={t('donate.first')} />
            <Button>{t('donate.send')}</Button>
          </Form>
        ) : (
          <p>{t('donate.needs_all')}</p>
        )}
      </div>
    </details>
  )
}

const Tick = ({ name, label, invalid }: { name: string; label: string; invalid?: boolean }) => (
  <label class="choice">
    <input
      type="checkbox"
      name={name}
      value="yes"
      aria-invalid={invalid ? 'true' : undefined}
      aria-describedby={invalid ? 'donation-problem' : undefined}
    />
    <span class="choice-label">{label}</span>
  </label>
)
