import type { Day } from '#ui/time.ts'

export type AppointmentKind = 'session' | 'meeting'
/** `proposed`: times to choose from; `booked`: one was chosen; `cancelled` stays as it was, for calendars to hear of. */
export type AppointmentState = 'proposed' | 'booked' | 'cancelled'

export const timeAnswers = ['yes', 'maybe', 'no'] as const
/** Whether somebody could come at a proposed time. */
export type TimeAnswer = (typeof timeAnswers)[number]

export const attendances = ['accepted', 'tentative', 'declined'] as const
/** What somebody can say to a booked time; without an answer they were asked and have said nothing yet. */
export type Attending = (typeof attendances)[number]

/** Every so many weeks, at the same time of day in the organiser's zone; to the last day, or so many times, the first one counted. */
export interface Recurrence {
  weeks: number
  until?: Day
  count?: number
}

/** Somebody whom an appointment concerns: in its audience now, and not only to read. */
export interface Attendee {
  personId: string
  name: string
  timeZone: string
}

export interface ProposedTime {
  id: string
  startsAt: Date
  minutes: number
  proposedBy: string | null
  answers: { personId: string; answer: TimeAnswer }[]
}

export interface Attendance {
  personId: string
  /** Which one of several times it is about; null where it is about all. */
  recursAt: Date | null
  answer: Attending | 'needs_action'
  by: 'page' | 'mail'
  at: Date
}

/** Of one time of a recurring appointment, named by when it would begin by the rule: when it begins, null where it does not take place. */
export interface Exception {
  recursAt: Date
  startsAt: Date | null
  minutes: number
  /** The number under which calendars were told. */
  sequence: number
  changedAt: Date
}

export interface Appointment {
  id: string
  contextId: string
  kind: AppointmentKind
  /** Null for somebody who left for good. */
  organiserId: string | null
  /** IANA name of the zone whose clock it goes by. */
  timeZone: string
  /** Null until a time is chosen; of a recurring one the first time. */
  startsAt: Date | null
  minutes: number
  recurrence: Recurrence | null
  /** By time. Those of what recurs; else none. */
  exceptions: Exception[]
  state: AppointmentState
  sequence: number
  changedAt: Date
  /** By time. */
  times: ProposedTime[]
  attendance: Attendance[]
  /** By name. */
  people: Attendee[]
}

/** One that has its time. */
export type BookedAppointment = Appointment & { startsAt: Date }
export const isBooked = <Given extends Appointment>(one: Given): one is Given & { startsAt: Date } =>
  one.state === 'booked' && one.startsAt !== null

export const limits = { times: 12, minutes: { min: 5, max: 720 }, timesOnAForm: 3 } as const

/** How many weeks apart what recurs may be. */
export const weeksApart = [1, 2, 3, 4] as const

/** The lengths that a form offers, in minutes. */
export const lengths = [15, 20, 30, 45, 60, 75, 90, 120, 180] as const
