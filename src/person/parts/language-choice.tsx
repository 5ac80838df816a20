import type { Locale } from '#platform/words/words.ts'
import { Button, Form } from '#ui/form.tsx'

/** Lets somebody who is not signed in read in the other language; each is named in itself. */
export const LanguageChoice = ({ locale, back }: { locale: Locale; back: string }) => {
  const other =
    locale === 'en' ? ({ locale: 'de', lang: 'de', name: 'Deutsch' } as const) : ({ locale: 'en', lang: 'en', name: 'English' } as const)
  return (
    <div class="language-choice" lang={other.lang}>
      <Form action="/language" class="inline-form" hidden={{ locale: other.locale, back }}>
        <Button kind="quiet">{other.name}</Button>
      </Form>
    </div>
  )
}
