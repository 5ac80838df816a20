import { createHash } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import type { Cast } from './world.ts'

/** How Lena saw herself half a year ago, and lately; in the order of the competencies. */
const selfViews = [
  { daysAgo: 168, levels: { 'c-eye-level': 2, 'c-agile': 3, 'c-trust': 2, 'c-groups': 1, 'c-input': 2, 'c-digital': 3, 'c-coaching': 1 } },
  {
    daysAgo: 12,
    levels: {
      'c-eye-level': 3,
      'c-agile': 3,
      'c-trust': 3,
      'c-groups': 2,
      'c-input': 2,
      'c-digital': 3,
      'c-formats': 2,
      'c-influence': 2,
      'c-coaching': 2,
    },
  },
]

const entries = [
  {
    daysAgo: 33,
    text: 'Im Gespräch habe ich mitgezählt: elfmal erklärt, viermal gefragt. Die vier Fragen kamen alle erst, als mir nichts mehr einfiel. Nächstes Mal beginne ich mit einer Frage und schreibe sie mir vorher auf.',
  },
  {
    daysAgo: 16,
    text: 'Zehn Sekunden gewartet, dreimal. Zweimal kam danach etwas, das ich nie vorgeschlagen hätte. Einmal war es nur still, und auch das war in Ordnung.',
  },
  {
    daysAgo: 3,
    text: 'Mir fällt auf, dass ich schneller helfe, wenn ich selbst müde bin. Dann geht es mir um meine Ruhe, nicht ums Lernen. Ein Gespräch am späten Nachmittag lege ich künftig auf den Morgen.',
  },
]

const ownWords = {
  caseTitle: 'Wenn ich die Lösung schon sehe',
  caseSituation:
    'Ich kenne das Gebiet seit Jahren. Im Gespräch sehe ich nach zwei Minuten, woran es hängt, und dann höre ich nur noch mit halbem Ohr zu. Ich frage zwar, aber meine Fragen führen alle zu meiner Lösung. Das merke ich meist erst hinterher.',
  caseQuestion: 'Was hilft mir, neugierig zu bleiben, obwohl ich eine Antwort habe?',
}
const askedBack = [
  { by: 'ines', daysAgo: 5, text: 'Woran hast du einmal gemerkt, dass deine Lösung nicht gepasst hätte?' },
  { by: 'jonas', daysAgo: 4, text: 'Was würdest du fragen, wenn du das Gebiet nicht kennen würdest?' },
] as const

const wordsAboutAmara = {
  caseTitle: 'Wie viel Rückhalt ist zu viel?',
  caseSituation:
    'Ich begleite jemanden, der inzwischen fast alles allein entscheidet. Trotzdem fragt dieser Mensch vor jedem Schritt kurz nach, ob er so gehen kann. Ich sage jedes Mal ja. Ich möchte nicht abweisend wirken, und ich möchte auch nicht die Stelle sein, an der man sich alles abholt.',
  caseQuestion: 'Wie gebe ich das Ja zurück, ohne dass es sich wie ein Rückzug anfühlt?',
}

/** Of Ines, about her own part: Lena finds it among the cases of others. */
const wordsOfInes = {
  caseTitle: 'Wenn die Software eingeführt ist und niemand mehr fragt',
  caseSituation:
    'Ich habe eine Gruppe durch die ersten Wochen mit der neuen Zeiterfassung gebracht. Jetzt ist es still. Ich weiß nicht, ob alle zurechtkommen oder ob sie sich Umwege gebaut haben, die später teuer werden. Fragen möchte ich, ohne dass es nach Kontrolle klingt.',
  caseQuestion: 'Wie bleibe ich ansprechbar, ohne nachzusehen?',
}

const ownQuestions = [
  { phase: 'try', hat: 'facilitation', text: 'Was wäre anders, wenn du mich heute nicht fragen könntest?', daysAgo: 20 },
  { phase: 'plan', hat: 'coaching', text: 'Was an diesem Schritt reizt dich, obwohl er unsicher ist?', daysAgo: 9 },
]

/** Lena's own practice: a profile of two dates, a journal, a case that came back with questions, and one that waits for Amara; and a case of Ines to ask back about. */
export async function fillPractice(client: pg.Client, cast: Cast): Promise<void> {
  const o = cast.organisationId
  const run = (text: string, values: unknown[]) => client.query(text, values)
  const says = (context: string, subject: string, field: string, author: string, audience: string | null, body: string) =>
    run(
      `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [o, newId(), context, subject, field, author, audience, body],
    )
  for (const { daysAgo, levels } of selfViews)
    for (const [competency, level] of Object.entries(levels))
      await run(
        'insert into competency_private (organisation_id, person_id, seen_on, competency, level) values ($1, $2, current_date - $3::int, $4, $5)',
        [o, cast.lena, daysAgo, competency, level],
      )
  await run(`insert into practice_aim_private (organisation_id, person_id, competency) values ($1, $2, 'c-input')`, [o, cast.lena])
  await run(
    `insert into peer_view (organisation_id, id, asker_id, peer_id, competency, asked_at, answers, answered_at)
     values ($1, $2, $3, $4, 'c-eye-level', now() - interval '12 days', $5, now() - interval '10 days')`,
    [o, newId(), cast.lena, cast.amara, JSON.stringify({ 'c-eye-level-1': 'seen', 'c-eye-level-2': 'seen', 'c-eye-level-3': 'unsure' })],
  )
  for (const { daysAgo, text } of entries) {
    const id = newId()
    await run(
      `insert into practice_entry (organisation_id, id, person_id, written_at) values ($1, $2, $3, now() - make_interval(days => $4))`,
      [o, id, cast.lena, daysAgo],
    )
    await says(cast.lena, id, 'practiceEntry', cast.lena, null, text)
  }
  for (const { phase, hat, text, daysAgo } of ownQuestions) {
    const id = newId()
    await run(
      `insert into own_question (organisation_id, id, person_id, phase, hat, kept_at) values ($1, $2, $3, $4, $5, now() - make_interval(days => $6))`,
      [o, id, cast.lena, phase, hat, daysAgo],
    )
    await says(cast.lena, id, 'ownQuestion', cast.lena, null, text)
  }

  const caseOf = async (author: string, words: Record<string, string>, daysAgo: number) => {
    const id = newId()
    await run(
      `insert into intervision_case (organisation_id, id, author_id, made_at) values ($1, $2, $3, now() - make_interval(days => $4))`,
      [o, id, author, daysAgo],
    )
    await run(
      `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by) values ($1, $2, $3, $4, 'host', now(), $4)`,
      [o, newId(), id, author],
    )
    for (const [field, body] of Object.entries(words)) await says(id, id, field, author, id, body)
    return id
  }
  const aboutNobody = async (author: string, words: Record<string, string>, daysAgo: number) => {
    const id = await caseOf(author, words, daysAgo)
    const hash = createHash('sha256')
      .update(
        Object.entries(words)
          .sort()
          .map(([field, body]) => `${field}\x1f${body}`)
          .join('\x1e'),
      )
      .digest()
    await run(`update intervision_case set declared_hash = $3, declared_at = made_at where organisation_id = $1 and id = $2`, [o, id, hash])
    return id
  }
  await aboutNobody(cast.ines, wordsOfInes, 2)
  const published = await aboutNobody(cast.lena, ownWords, 8)
  for (const { by, daysAgo, text } of askedBack) {
    const id = newId()
    await run(
      `insert into case_question (organisation_id, id, case_id, author_id, asked_at) values ($1, $2, $3, $4, now() - make_interval(days => $5))`,
      [o, id, published, cast[by], daysAgo],
    )
    await says(published, id, 'questionBack', cast[by], published, text)
  }
  const waiting = await caseOf(cast.lena, wordsAboutAmara, 1)
  await run(`insert into case_consent (organisation_id, case_id, learner_id) values ($1, $2, $3)`, [o, waiting, cast.amara])
  await run(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by) values ($1, $2, $3, $4, 'reader', now(), $5)`,
    [o, newId(), waiting, cast.amara, cast.lena],
  )
}
