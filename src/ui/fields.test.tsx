import { describe, expect, it } from 'vitest'
import { ListField, NumberScale, RadioGroup } from './choices.tsx'
import { DateField, TextArea, TextField } from './fields.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { sayProblems } from './problems.ts'

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]!)
const described = (html: string) => (/<(?:input|textarea|fieldset)[^>]*aria-describedby="([^"]+)"/.exec(html)?.[1] ?? '').split(' ')

const field = { name: 'situation', label: 'Worum geht es?', locale: 'de' } as const
const told = { ...field, hint: 'Ein halber Satz genügt.', error: 'Hier fehlt noch etwas.', readers: 'Nur du' }

describe('a field tells everything about itself', () => {
  it.each([
    ['text', <TextField {...told} />],
    ['long text', <TextArea {...told} />],
    ['date', <DateField {...told} />],
    ['list', <ListField {...told} />],
    ['choice', <RadioGroup {...told} options={[{ value: 'a', label: 'A' }]} />],
    ['scale', <NumberScale {...told} low="gar nicht" high="ganz" />],
  ])('%s: the error first, then the hint, then who reads it', (_, shown) => {
    const html = String(shown)
    expect(described(html)).toEqual(['situation-error', 'situation-hint', 'situation-readers'])
    for (const id of described(html)) expect(idsIn(html)).toContain(id)
    expect(html).toContain('aria-invalid="true"')
  })

  it('without an error it is not invalid, and refers to nothing that is not there', () => {
    const html = String(<TextField {...field} />)
    expect(html).not.toContain('aria-invalid')
    expect(html).not.toContain('aria-describedby')
    expect(html).toContain('for="situation"')
  })
})

describe('what was typed', () => {
  it('stays, escaped, line by line', () => {
    expect(String(<TextArea {...field} value={'<b>eins</b>\nzwei'} />)).toContain('&lt;b&gt;eins&lt;/b&gt;\nzwei')
  })

  it('is never cut by a limit', () => {
    const html = String(<TextArea {...field} limit={300} value={'x'.repeat(400)} />)
    expect(html).not.toContain('maxlength')
    expect(html).toContain('bis 300 Zeichen')
  })

  it('fills a list, which grows with it', () => {
    const html = String(<ListField {...field} values={['a', 'b', 'c', 'd']} entries={2} />)
    expect(html.match(/name="situation"/g)).toHaveLength(4)
    expect(html).toContain('aria-label="Worum geht es?, Eintrag 4"')
  })

  it('marks the number that was chosen, and says what the ends mean', () => {
    const html = String(<NumberScale {...field} low="gar nicht" high="ganz sicher" value={7} />)
    expect(html.match(/type="radio"/g)).toHaveLength(11)
    expect(html).toMatch(/value="7" checked=""/)
    expect(html).toContain('0<span class="unseen">: gar nicht</span>')
  })
})

describe('a form that could not be taken', () => {
  it('says at the top what is needed where, and leads there', () => {
    const problems = sayProblems({ situation: { code: 'too_long', limit: 2000 } }, 'de')
    const html = String(<ErrorSummary locale="de-formal" problems={problems} labels={{ situation: 'Worum geht es' }} />)
    expect(html).toContain('<a href="#situation">Worum geht es: Das ist zu lang. Es passen 2.000 Zeichen.</a>')
    expect(html).toContain('Alles, was Sie geschrieben haben, steht noch da.')
    expect(html).toContain('autofocus')
  })

  it('says nothing when there is nothing to say', () => expect(String(<ErrorSummary locale="de" problems={{}} />)).toBe(''))

  it('is checked in the words of the product, not the bubbles of the browser', () =>
    expect(String(<Form action="/x" />)).toContain('novalidate'))
})
