import type { earlier as german } from '../de/earlier.ts'

export const earlier = {
  'earlier.lead': 'Was gerade läuft, sieht {name} ohnehin. Über alles davor entscheiden Sie einzeln, jederzeit und sofort wirksam.',
  'earlier.hint': '{name} erfährt nicht, was fehlt. Ohne Häkchen bleibt es bei Ihnen.',
} satisfies Partial<Record<keyof typeof german, string>>
