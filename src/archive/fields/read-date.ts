const printed =
  /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:(?:[T\s]|(?<=日)|(?=[上早下晚]))\s*(上午|早上|下午|晚上)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(?:\s*([AaPp])\.?[Mm]\b\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/

/**
 * A printed date: ISO 8601, `2020-09-19 10:40:45 +0800`, 2020年9月19日. Without an offset it is in the publisher's, else in UTC. Null for
 * anything else, impossible dates too.
 */
export function readDate(value: string | null, { utcOffset = 'Z' }: { utcOffset?: string }): Date | null {
  const match = value === null ? null : printed.exec(value)
  if (match === null) return null
  const [, year, month, day, half, clock = '0', minute = '00', second = '00', fraction = '0', letter, zone] = match
  const isAfternoon = /[下晚p]/i.test(half ?? letter ?? '')
  const hour = half === undefined && letter === undefined ? clock : String((Number(clock) % 12) + (isAfternoon ? 12 : 0))
  const offset = zone === undefined ? utcOffset : /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
  const pad = (digits: string) => digits.padStart(2, '0')
  const date = new Date(
    `${year}-${pad(month!)}-${pad(day!)}T${pad(hour)}:${minute}:${second}.${fraction.padEnd(3, '0')}${offset}`,
  )
  if (Number.isNaN(date.getTime()) || Number(year) < 1900 || Number(year) > 2200) return null
  // 2020-02-31 would roll over into March.
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day) ? date : null
}

/** As `readDate`; also the forms that programs print in English (Sun, 13 Sep 2020 12:26:40 GMT) and a number of milliseconds or seconds. */
export function readDeclaredDate(value: string | null): Date | null {
  const date = readDate(value, {})
  if (date !== null || value === null) return date
  if (/^\d{9,13}$/.test(value)) return new Date(Number(value) * (value.length <= 10 ? 1000 : 1))
  if (!/\b[A-Z][a-z]{2}/.test(value) || !/\b(?:19|20)\d{2}\b/.test(value)) return null
  const hasZone = /(?:GMT|UTC|Z|[+-]\d{2}:?\d{2})/.test(value)
  const parsed = new Date(hasZone ? value : `${value} UTC`)
  return Number.isNaN(parsed.getTime()) ? null : parsed
}
