export const deFormal = {
  'page.scans': 'Ihre Selbsttests',
  'form.problems_kept': 'Alles, was Sie geschrieben haben, steht noch da.',

  'problem_page.foreign_form_how':
    'Zu Ihrem Schutz wurde nichts übernommen. Gehen Sie zurück, laden Sie die Seite neu und senden Sie noch einmal.',
  'problem_page.too_large_how': 'Es wurde nichts übernommen. Gehen Sie zurück: Was Sie geschrieben haben, steht noch da.',
  'problem_page.too_often_how': 'Warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.',
  'problem_page.not_understood_how': 'Die Anfrage war unvollständig. Gehen Sie zurück und versuchen Sie es noch einmal.',
  'problem_page.broken_how':
    'Das liegt nicht an Ihnen. Gehen Sie zurück und versuchen Sie es noch einmal; was gespeichert war, ist noch da.',
  'problem_page.id': 'Wenn Sie es melden, hilft diese Nummer: {id}',
} as const
