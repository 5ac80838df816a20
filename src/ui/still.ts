/**
 * Colours for pictures that stand outside every page, where no style sheet reaches: icons, and the picture beside a shared link.
 * They are the light ones of tokens.css, in sRGB; still.test.ts compares them.
 */
export const still = {
  paper: '#fbf8f2',
  sheet: '#ffffff',
  ink: '#14202d',
  'ink-soft': '#414f5d',
  'ink-faint': '#596571',
  edge: '#727f8c',
  water: '#dff0f7',
  'water-deep': '#cce6f2',
  contour: '#aacad9',
  land: '#f2e9d2',
  signal: '#d44214',
  harbour: '#176e4a',
} as const
