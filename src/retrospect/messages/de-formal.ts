import type { de } from './de.ts'

export const deFormal = {
  'over_time.title': 'Wie Sie lernen, über die Zeit',
  'over_time.lead': 'Ihre Vorhaben nebeneinander, das erste zuerst. Das sieht niemand außer Ihnen.',
  'over_time.empty':
    'Sobald Sie Ihr erstes Vorhaben begonnen haben, liegt sein Kurs hier. Mit jedem weiteren sehen Sie, wie Sie beim Lernen selbst weiterkommen.',
  'over_time.more': 'Hier liegen Ihre letzten {count} Vorhaben. Alle finden Sie unter Vorhaben.',
  'over_time.transfer.alone': 'Etwas Neues kam, und Sie sind allein weitergekommen.',
  'over_time.transfer.unsure': 'Ob etwas Neues dabei war, konnten Sie nicht sicher sagen.',
  'over_time.transfer.declined': 'Sie wollten dazu nichts sagen.',
} satisfies Partial<Record<keyof typeof de, string>>
