const printed =
  /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/

/**
 * A printed date: ISO 8601, `2020-09-19 10:40:45 +0800`, 2020年9月19日. Without an offset it is in the publisher's, else in UTC. Null for
 * anything else, impossible dates too.
 */
export function readDate(value: string | null, { utcOffset = 'Z' }: { utcOffset?: string }): Date | null {
  const match = value === null ? null : printed.exec(value)
  if (match === null) return null
  const [, year, month, day, hour = '0', minute = '00', second = '00', zone] = match
  const offset = zone === undefined ? utcOffset : /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
  const pad = (digits: string) => digits.padStart(2, '0')
  const date = new Date(`${year}-${pad(month!)}-${pad(day!)}T${pad(hour)}:${minute}:${second}${offset}`)
  if (Number.isNaN(date.getTime()) || Number(year) < 1900 || Number(year) > 2200) return null
  // 2020-02-31 would roll over into March.
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day) ? date : null
}
