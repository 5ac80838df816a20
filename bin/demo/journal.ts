import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import type { Cast } from './world.ts'

interface DemoEntry {
  daysAgo: number
  text: string
  cadence?: 'daily' | 'weekly' | 'after_step'
  prompt?: string
  /** The sentences that Lena reads, for so many more days. */
  excerpt?: { text: string; days: number }
}

/** Amara's journal over months: what she was asked, and what she wrote without being asked. */
const entries: DemoEntry[] = [
  {
    daysAgo: 168,
    text: 'Ich habe angefangen, ohne genau zu wissen, womit. Der Selbsttest sagt, dass ich selten jemanden frage. Das stimmt wohl.',
  },
  {
    daysAgo: 121,
    cadence: 'weekly',
    prompt: 'r-weekly-12',
    text: 'Um Hilfe gebeten habe ich erst am Donnerstag, nachdem ich zwei Abende allein gerechnet hatte. Eine Frage an Karim hätte am Montag gereicht.',
  },
  {
    daysAgo: 74,
    cadence: 'after_step',
    prompt: 'r-after-step-01',
    text: 'Erwartet hatte ich, dass niemand die drei Fragen ernst nimmt. Die Nachtschicht hat sie am zweiten Tag selbst gestellt.',
  },
  {
    daysAgo: 31,
    cadence: 'weekly',
    prompt: 'r-weekly-03',
    text: 'Gut ging, dass ich vor der Besprechung aufgeschrieben habe, was ich sagen will. Ich war langsamer als sonst, und zum ersten Mal hat niemand nachgefragt.',
  },
  {
    daysAgo: 10,
    cadence: 'weekly',
    prompt: 'r-weekly-01',
    text: 'Dass Stille in einer Runde nichts Schlechtes ist. Ich habe bis fünf gezählt, statt weiterzureden. Dann hat Petra gesprochen, von der ich sonst nie etwas höre. Zu Hause war ich trotzdem müde und ein wenig stolz.',
    excerpt: {
      text: 'Dass Stille in einer Runde nichts Schlechtes ist. Ich habe bis fünf gezählt, statt weiterzureden. Dann hat Petra gesprochen, von der ich sonst nie etwas höre.',
      days: 20,
    },
  },
  {
    daysAgo: 3,
    cadence: 'after_step',
    prompt: 'r-after-step-02',
    text: 'Den Zettel mit den drei Punkten behalte ich. Ihn vorher noch zu verschicken, lasse ich weg: Das hat niemand gelesen.',
  },
]

/** Fills Amara's journal, and lets Lena read an excerpt of one entry until a day that is still to come. */
export async function fillJournal(client: pg.Client, { organisationId, amara, lena }: Cast): Promise<void> {
  for (const { daysAgo, text, cadence = null, prompt = null, excerpt } of entries) {
    const id = newId()
    await client.query(
      `insert into reflection (organisation_id, id, author_id, cadence, prompt_id, written_at, journey_id)
       values ($1, $2, $3, $4, $5, now() - make_interval(days => $6), (
         select id from journey where organisation_id = $1 and learner_id = $3 and started_at < now() - make_interval(days => $6)
           and (closed_at is null or closed_at > now() - make_interval(days => $6)) order by started_at desc limit 1))`,
      [organisationId, id, amara, cadence, prompt, daysAgo],
    )
    const says = async (field: string, body: string) => {
      const passage = newId()
      await client.query(
        'insert into passage (organisation_id, id, context_id, subject_id, field, author_id, body) values ($1, $2, $3, $4, $5, $3, $6)',
        [organisationId, passage, amara, id, field, body],
      )
      return passage
    }
    await says('text', text)
    if (!excerpt) continue
    await client.query(
      `insert into share (organisation_id, id, passage_id, reader_id, granted_by, since, until)
       values ($1, $2, $3, $4, $5, now() - interval '2 days', date_trunc('day', now()) + make_interval(days => $6))`,
      [organisationId, newId(), await says('excerpt', excerpt.text), lena, amara, excerpt.days],
    )
  }
}
