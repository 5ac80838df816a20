import fc from 'fast-check'

/** Every sign of Unicode but halves of pairs. What `unit: 'binary'` gives too, after five seconds of preparing. */
export const anySign = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
