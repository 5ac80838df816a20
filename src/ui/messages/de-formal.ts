export const deFormal = {
  'form.problems_kept': 'Alles, was Sie geschrieben haben, steht noch da.',
} as const
