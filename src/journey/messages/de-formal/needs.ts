import type { needs as german } from '../de/needs.ts'

export const needs = {
  'needs.lead': 'Was Ihren Schritten noch fehlt, über alle Vorhaben, nach Termin.',
  'needs.empty':
    'Beim Planen können Sie zu jedem Schritt sagen, was Sie dafür brauchen. Was noch offen ist, steht dann hier, und Sie können mit einem Link darum bitten.',
} satisfies Partial<Record<keyof typeof german, string>>
