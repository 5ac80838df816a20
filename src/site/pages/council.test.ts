import { expect, test } from 'vitest'
import { dataMap } from '#trust/rules/data-map.ts'
import { stored } from './council.tsx'

/** Where the page tells of tables that are no part of a journey; undefined for what is public anyway. */
const toldUnder: Record<string, (typeof stored)[number] | undefined> = {
  organisation: undefined,
  public_text: undefined,
  person: 'person',
  rhythm: 'rhythm',
  introduction: 'introduction',
  portrait: 'introduction',
  account: 'email',
  email_confirmation: 'email',
  password: 'password',
  recovery_code: 'password',
  sign_in: 'sign_in',
  password_reset: 'reset',
  permission: 'permission',
  invitation: 'invitation',
  letter: 'letter',
  departure: 'departure',
  digest_choice: 'digest',
  reminder_choice: 'digest',
  digest: 'digest',
  digest_line: 'digest',
  contact_message: 'message',
  reflection: 'reflection',
  prompt_shown: 'reflection',
  scan: 'scan',
  scan_private: 'scan',
  scan_share: 'scan',
  scan_offer: 'scan',
  own_question: 'practice',
  session: 'session',
  session_item: 'session',
  session_agreement: 'session',
  hat_segment: 'session',
  shared_text: 'session',
  shared_text_change: 'session',
  appointment: 'appointment',
  appointment_time: 'appointment',
  appointment_exception: 'appointment',
  time_answer: 'appointment',
  attendance: 'appointment',
  calendar_feed: 'appointment',
  calendar_invitation: 'appointment',
  competency_private: 'practice',
  practice_aim_private: 'practice',
  practice_entry: 'practice',
  peer_view: 'practice',
  intervision_case: 'practice',
  case_consent: 'practice',
  case_question: 'practice',
  case_thanks: 'practice',
}
const ofJourneys = ['journey', 'membership', 'passage', 'share']

test('the page for works councils tells of every table that holds something about somebody', () => {
  const within = ([table, { kept }]: [string, { kept: string }]) => ofJourneys.includes(table) || kept === 'as long as its journey'
  const others = Object.entries(dataMap).filter((entry) => !within(entry))
  expect(others.map(([table]) => table).filter((table) => !(table in toldUnder))).toEqual([])
})

test('what it tells of is there: tables of the map, journeys with what is private in them, and counts of attempts', () => {
  const told = new Set([...Object.keys(dataMap).map((table) => toldUnder[table]), 'journey', 'private', 'attempt'])
  expect(stored.filter((what) => !told.has(what))).toEqual([])
})
