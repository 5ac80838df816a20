const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day at an instant in a time zone (an IANA name), as 'YYYY-MM-DD'. */
export function dayIn(timeZone: string, instant: Date): string {
  // Making a format costs more than a whole page; there are some hundred zones, so they are kept.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format.format(instant)
}
