import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { zoned } from './local-time.ts'

interface Described {
  block: string
  /** The name under which the file knows the zone: newer than some that settings still know it by. */
  tzid: string
  zone: ICAL.Timezone
}
const described = new Map<string, Described>()

/** The VTIMEZONE that describes a zone in a calendar file. It knows the rule of today, not the whole history. */
export const zoneBlock = (timeZone: string): string => describe(timeZone).block

/**
 * The name under which a file may give times in this zone, or null where they have to stand in UTC: what the description says of this moment
 * is not what the clocks there show, as in a year in which a country changes its rule. What recurs has to stand in its zone all the same.
 */
export function nameInFile(timeZone: string, at: Date, recurs: boolean): string | null {
  if (timeZone === 'UTC') return null
  const { tzid, zone } = describe(timeZone)
  const local = zoned(at, timeZone)
  const { year, month, day, hour, minute } = local
  const told = zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false }))
  return recurs || told * 1e9 === local.offsetNanoseconds ? tzid : null
}

function describe(timeZone: string): Described {
  const known = described.get(timeZone)
  if (known) return known
  const [block, name] = tzlib_get_ical_block(timeZone)
  if (!block || !name) throw new Error(`no calendar knows the zone ${timeZone}`)
  const [component] = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${block}\r\nEND:VCALENDAR`)).getAllSubcomponents('vtimezone')
  const made = { block, tzid: name.replace('TZID=', ''), zone: new ICAL.Timezone(component!) }
  described.set(timeZone, made)
  return made
}
