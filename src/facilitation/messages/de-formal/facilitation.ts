import type { facilitation as german } from '../de/facilitation.ts'

export const facilitation = {
  'facilitation.lead': 'Sie entscheiden, wer dieses Vorhaben liest und mitdenkt. Es geht auch ohne Begleitung weiter.',
  'facilitation.nobody': 'Im Moment begleitet Sie hier niemand. Sie können jederzeit jemanden dazuholen.',
  'facilitation.invite_how':
    'Sie bekommen einen Link, den Sie weitergeben. Er gilt 14 Tage und für eine Person. Danach vereinbaren Sie, wie Sie zusammenarbeiten; gelesen wird erst etwas, wenn Sie beide bestätigt haben.',
  'facilitation.unsent': '{name} hat Ihre Einladung angenommen',
  'facilitation.unsent_how': 'Noch liest {name} nichts. Der Entwurf Ihrer Vereinbarung liegt für Sie bereit.',
  'facilitation.waits_for_other': '{name} hat Ihren Entwurf und bestätigt ihn oder ändert etwas',
  'facilitation.you_since': 'Sie begleiten {name} seit {date}',
  'facilitation.change_waits': 'Eine Änderung liegt vor, die noch nicht beide bestätigt haben.',
  'facilitation.agreement': 'Ihre Vereinbarung',
  'facilitation.ended': '{name} hat Sie begleitet, bis',
  'facilitation.end_how':
    'Ohne Begründung und sofort: {name} liest danach nichts mehr. Was {name} Ihnen geschrieben hat, bleibt bei Ihnen.',
  'facilitation.leave_how':
    'Ohne Begründung und sofort: Sie lesen danach nichts mehr von diesem Vorhaben. Was Sie geschrieben haben, bleibt bei {name}.',
} satisfies Partial<Record<keyof typeof german, string>>
