import type { de } from './de.ts'

export const deFormal = {
  'take.how': 'Nach jeder Antwort kommt die nächste Aussage. Sie können jederzeit zurück und etwas ändern.',
  'take.kept': 'Sie haben hier schon angefangen: {n} von {total} Aussagen sind beantwortet.',
  'take.finished': 'Ihr letztes Ergebnis liegt noch in diesem Browser.',
  'take.older':
    'In diesem Browser lagen Antworten aus einer älteren Fassung des Selbsttests. Sie lassen sich nicht übertragen und sind entfernt; Sie fangen neu an.',
  'take.no_storage':
    'Dieser Browser lässt nichts ablegen. Der Selbsttest geht trotzdem, nur hält er kein Neuladen aus: Lassen Sie die Seite offen, bis Sie Ihr Ergebnis haben.',
  'result.title': 'Ihr Ergebnis',
  'result.strongest': 'Am stärksten sind Sie gerade hier: {dimension}.',
  'result.strongest_all': 'Alle sechs Bereiche liegen bei Ihnen gleichauf.',
  'result.none_how': 'Hier erscheint es, sobald Sie den Selbsttest gemacht haben. In diesem Browser liegen keine Antworten.',
  'result.values': 'Ihre Werte',
  'result.strength': 'Ihre Stärke',
  'result.support': 'Wenn Sie ein Vorhaben beginnen',
  'result.support_how': 'Das ist ein Vorschlag für Sie. Nur Sie entscheiden, ob Ihre Lernbegleitung ihn sieht.',
  'after.file_how':
    'Das Ergebnis liegt nur in diesem Browser. Die Datei bleibt bei Ihnen; mit einem Konto können Sie sie später unter „Meine QuickScans“ einlesen, etwa nach einer Einladung.',
  'after.keep_how': 'Mit dem Konto verbunden und nur für Sie zu sehen, bis Sie dieses eine Ergebnis jemandem zeigen.',
  'after.deleted': 'Ihre Antworten sind aus diesem Browser entfernt.',
  'donate.needs_yes': 'Setzen Sie den Haken, wenn Sie spenden möchten. Ohne ihn bleibt alles, wo es ist.',
  'donate.done': 'Danke, Ihre Antworten sind angekommen',
  'donate.done_how':
    'Sie warten, bis fünf Spenden beisammen sind, und werden dann in zufälliger Reihenfolge abgelegt. Niemand kann sie Ihnen zuordnen, auch wir nicht.',
  'donate.full': 'Gerade warten schon sehr viele Spenden. Versuchen Sie es bitte morgen noch einmal.',
  'mine.lead': 'Was Sie behalten haben. Nur Sie sehen es, bis Sie ein Ergebnis jemandem zeigen.',
  'mine.empty_how': 'Machen Sie den Selbsttest und behalten Sie das Ergebnis; mit einem zweiten sehen Sie, was sich verändert hat.',
  'mine.private': 'nur für Sie',
  'mine.kept': 'Das Ergebnis ist behalten. Nur Sie sehen es.',
  'mine.offer_first': 'Vor Ihrem ersten Vorhaben: In fünf Minuten wissen Sie, wie Sie lernen und welche Begleitung passen könnte.',
  'mine.offer_transfer': 'Der Transfer-Check liegt hinter Ihnen. Wie sehen Sie Ihr Lernen heute?',
  'scan.owner': 'Ein Ergebnis von {name}, mit Ihnen geteilt. Es gehört {name}; sprechen Sie darüber, statt es zu deuten.',
  'scan.look_back_how': 'Ihre Antwort steht daneben und ändert keinen Wert.',
  'scan.share_how': 'Nur dieses Ergebnis, nur dieser Person, bis Sie es beenden oder sie Sie nicht mehr begleitet.',
  'scan.share_nobody': 'Zeigen können Sie ein Ergebnis Menschen, die eines Ihrer Vorhaben begleiten. Zurzeit ist das niemand.',
  'scan.talk_1': 'Was überrascht Sie?',
  'scan.talk_2': 'Wo stimmen Sie zu, wo nicht?',
} satisfies Partial<Record<keyof typeof de, string>>
