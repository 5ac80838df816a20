import type { Child } from 'hono/jsx'
import type { Locale } from '#platform/words/words.ts'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import type { Named } from '../queries.ts'

type PeopleSearchProps = {
  locale: Locale
  /** Where the page with the search lies, and the place on it that is looked at afterwards. */
  action: string
  sought: string
  found: readonly Named[]
  /** What can be done with somebody who was found: a link or a form that names them. */
  choose: (person: Named) => Child
}

/** Somebody of the organisation, found by name. */
export const PeopleSearch = ({ locale, action, sought, found, choose }: PeopleSearchProps) => {
  const t = words(locale)
  return (
    <>
      <Form action={action} method="get">
        <TextField name="name" type="search" locale={locale} label={t('people.sought')} value={sought} width="half" autocomplete="off" />
        <Actions>
          <Button>{t('people.search')}</Button>
        </Actions>
      </Form>
      {sought !== '' && found.length === 0 && <p role="status">{t('people.none', { sought })}</p>}
      {found.length > 0 && (
        <>
          <p class="small" role="status">
            {t('people.found', { count: found.length, sought })}
          </p>
          <ul class="lines">
            {found.map((person) => (
              <li>{choose(person)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
