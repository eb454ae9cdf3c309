const part = '凌晨|清晨|早[上晨]?|上午|中午|正午|下午|午后|傍晚|晚[上间]?|深夜|午夜|半夜|夜[里间晚]?'
const day = String.raw`(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})(?:\s*日)?`
const weekday = String.raw`(?:\s*[（(]?(?:星期|周|週|礼拜)[一二三四五六日天][）)]?)?`
const clock =
  String.raw`(?<hour>\d{1,2})\s?(?:[:：](?<minute>\d{2})(?:[:：](?<second>\d{2})(?:\.(?<fraction>\d{1,3})\d*)?)?|[时時点點](?:\s?(?<minutes>\d{1,2})\s?分(?:\s?(?<seconds>\d{1,2})\s?秒)?)?)` +
  String.raw`(?:\s*(?<letter>[AaPp])\.?[Mm]\b\.?)?`
const printed = new RegExp(
  String.raw`${day}(?:${weekday}(?:[Tt]|[,，]?\s+|(?<=[日）)一二三四五六天])|(?=${part}))\s*(?<part>${part})?\s*${clock})?\s*(?<zone>(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2}|(?![\d/.-]))|Z|UTC|GMT)?`,
)

/**
 * A printed date: ISO 8601, `2020-09-19 10:40:45 +0800`, 2020年9月19日, 2020年9月19日（星期六）晚8点40分. Without an offset it is in the publisher's, else in UTC. Null
 * for anything else, impossible dates too.
 */
export function readDate(value: string | null, { utcOffset = 'Z' }: { utcOffset?: string }): Date | null {
  const read = value === null ? undefined : printed.exec(value)?.groups
  if (read === undefined) return null
  const [year, month, date] = [Number(read['year']), Number(read['month']), Number(read['day'])]
  const hour = hourOf(Number(read['hour'] ?? 0), read['part'] ?? read['letter'])
  const minute = Number(read['minute'] ?? read['minutes'] ?? 0)
  const second = Number(read['second'] ?? read['seconds'] ?? 0)
  // 2020-02-31 would roll over into March.
  const isDay = new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date && month <= 12
  if (!isDay || hour > 24 || minute > 59 || second > 59 || year < 1900 || year > 2200) return null
  const local = Date.UTC(year, month - 1, date, hour, minute, second, Number((read['fraction'] ?? '').padEnd(3, '0')))
  return new Date(local - minutesOf(read['zone'] ?? utcOffset) * 60_000)
}

/** The hour of a clock of twelve hours that says which part of the day it means. */
function hourOf(hour: number, part: string | undefined): number {
  if (part === undefined || hour > 12) return hour
  if (/^(?:下午|午后|傍晚|p)/i.test(part)) return (hour % 12) + 12
  if (/^[中正]/.test(part)) return hour < 4 ? hour + 12 : hour
  // Midnight ends the evening of its day (晚上 12:30 is of the next), while 夜里 1:30 is of its own.
  if (/[晚夜]/.test(part)) return hour > 4 ? hour + 12 : hour
  return hour % 12
}

/** Minutes east of UTC. */
function minutesOf(zone: string): number {
  const [, sign, hours, minutes = 0] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
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
