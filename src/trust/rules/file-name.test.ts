import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySign } from '../../../tests/any-sign.ts'
import { attachmentNamed, fileName } from './file-name.ts'

test('a title becomes the name of a file', () => {
  expect(fileName('Schichtübergabe ohne Lücken: wie?', 'journey', 'md')).toBe('Schichtübergabe-ohne-Lücken-wie.md')
  expect(fileName('../../etc/passwd', 'journey', 'json')).toBe('etc-passwd.json')
  expect(fileName(' … ', 'journey', 'md')).toBe('journey.md')
})

test('the download is named in plain letters, and in full for those who can', () => {
  expect(attachmentNamed('Schichtübergabe.md')).toBe(`attachment; filename="Schichtubergabe.md"; filename*=UTF-8''Schicht%C3%BCbergabe.md`)
  expect(attachmentNamed('学习.md')).toBe(`attachment; filename="journey.md"; filename*=UTF-8''%E5%AD%A6%E4%B9%A0.md`)
})

test('whatever a title holds, the header stays one header', () => {
  fc.assert(
    fc.property(fc.string({ unit: anySign, maxLength: 80 }), (title) => {
      const header = attachmentNamed(fileName(title, 'journey', 'md'))
      expect(header).toMatch(/^attachment; filename="[^"\\\r\n]+"; filename\*=UTF-8''[\w.%~!$&+^`|-]+$/)
    }),
  )
})
