import { expect, test } from 'vitest'
import { Prose } from './prose.tsx'

const shown = (text: string) => String(<Prose>{text}</Prose>)

test('headings, lists and links of a text are shown, under the one heading of the page', () => {
  const text = shown('# Impressum\n\n- Nordwerk\n- [Kontakt](/contact)\n\nschreib an info@example.org')
  expect(text).toContain('<h2>Impressum</h2>')
  expect(text).toContain('<li>Nordwerk</li>')
  expect(text).toContain('<a href="/contact">Kontakt</a>')
  expect(text).toContain('href="mailto:info@example.org"')
  expect(text).not.toContain('<h1')
})

test('nothing in a text becomes script, picture or style of the page', () => {
  const text = shown(
    '<script>alert(1)</script> <b onclick="x()">fett</b> ![Bild](https://elsewhere.example/p.png) [hier](javascript:alert(1)) <style>*{}</style>',
  )
  expect(text).not.toMatch(/<(script|img|style|b)\b/)
  expect(text).not.toMatch(/href="javascript/)
})
