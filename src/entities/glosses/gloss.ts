import { characterTable, han, isAt } from '../../text/character-table.ts'

/**
 * Brackets that gloss a name: 谷歌(Google), 亚洲云计算协会（Asia Cloud Computing Association）, 香港证监会(SFC), 《时代周报》(Die Zeit).
 * Finding them is a matter of shape; where the Chinese name begins and what it names are decided elsewhere.
 */

/** A bracket behind Chinese characters whose content can be a name. */
export interface GlossSite {
  /** Where the bracket opens and the place after it closes. */
  open: number
  close: number
  /** Earliest place where the Chinese name can begin: after the last punctuation. */
  limit: number
  /** End of the Chinese name: the bracket, or the mark that closes a title or quotation in front of it. */
  nameEnd: number
  /** The mark that closes the name, when it stands in one: 》 or ” or 」. */
  enclosedBy: '》' | '”' | '」' | null
  /** As printed, trimmed. */
  gloss: string
  /** The names inside, the fullest first: `Public Broadcasting Service`, `PBS`. */
  names: string[]
}

const bracket = /[（(]([^（）()\n]{1,160})[）)]/g
const latinStart = /^[“"‘']?[\p{Script=Latin}\d@.]/u
const mayStart = /[\p{Script=Latin}\d@.]/u
const inHan = /\p{Script=Han}/u
const nameCharacters = characterTable("\\p{Script=Han}\\p{Script=Latin}\\p{N}·•・‧&＆+.\\-’'—")
const openers: Record<string, string> = { '》': '《', '”': '“', '」': '「', '〉': '〈', '』': '『', '"': '"' }
const closers: Record<string, GlossSite['enclosedBy']> = { '》': '》', '〉': '》', '”': '”', '"': '”', '」': '」', '』': '」' }
const isCloser = characterTable(Object.keys(closers).join(''))
const kindBehindQuotes = /[”」](?:组织|公司|集团|团体|机构|运动|智库|基金|银行|网站|联盟|党)$/
const inMarks = /[“”「」，。；：]/
/** How far back a name is looked for: no Chinese name of a body that is printed with a gloss is longer. */
const longestName = 30

const noteAtEnd = /(?:\[\d{1,3}\]|【\d{1,3}】|[①-⑳])$/u
const endsNote = characterTable('\\]】①-⑳')

/** All glosses of a text, in order. */
export function findGlosses(text: string): GlossSite[] {
  const sites: GlossSite[] = []
  // Not `matchAll`, which makes a copy of the expression each time.
  for (let match = bracket.exec(text); match !== null; match = bracket.exec(text)) {
    const site = readSite(text, match.index, match[0].length, match[1]!)
    if (site !== null) sites.push(site)
  }
  return sites
}

function readSite(text: string, open: number, length: number, content: string): GlossSite | null {
  let end = open
  while (end > 0 && text[end - 1] === ' ') end--
  // 家得宝[2]（Home Depot）: the number of a note stands between.
  if (isAt(endsNote, text, end - 1)) end -= noteAtEnd.exec(text.slice(Math.max(0, end - 6), end))?.[0].length ?? 0
  if (isAt(isCloser, text, end - 1)) {
    const enclosedBy = closers[text[end - 1]!]!
    const start = text.lastIndexOf(openers[text[end - 1]!]!, end - 2)
    if (start < 0 || end - start > 60) return null
    const names = readNames(content)
    if (names.length === 0) return null
    return { open, close: open + length, limit: start + 1, nameEnd: end - 1, enclosedBy, gloss: content.trim(), names }
  }
  if (!isAt(han, text, end - 1)) return null
  const names = readNames(content)
  if (names.length === 0) return null
  // “学子公平”组织(Fair Learners): what it is stands behind the name.
  const quoted = kindBehindQuotes.exec(text.slice(Math.max(0, end - 6), end))
  if (quoted !== null) {
    const nameEnd = end - quoted[0].length
    const start = text.lastIndexOf(openers[text[nameEnd]!]!, nameEnd - 1)
    if (start >= 0 && nameEnd - start <= 16 && !inMarks.test(text.slice(start + 1, nameEnd)))
      return {
        open,
        close: open + length,
        limit: start + 1,
        nameEnd,
        enclosedBy: closers[text[nameEnd]!]!,
        gloss: content.trim(),
        names,
      }
  }
  // 数字、文化、媒体和体育部(Department for Digital, Culture, Media and Sport): as many commas as the English has belong to the name.
  let commas = /^[^;；]*\b(?:of|for)\b[^;；]*,.*\b(?:and|&)\b/i.test(names[0]!) ? names[0]!.split(',').length - 1 : 0
  let limit = end
  while (
    limit > 0 &&
    end - limit < longestName &&
    (isAt(nameCharacters, text, limit - 1) || (text[limit - 1] === '、' && commas > 0))
  ) {
    // A dash of two characters parts phrases; a single one joins a name.
    if (text[limit - 1] === '—') break
    if (text[limit - 1] === '、') commas--
    limit--
  }
  return { open, close: open + length, limit, nameEnd: end, enclosedBy: null, gloss: content.trim(), names }
}

/** Names that say how the next ones relate: `X，简称Y`, `X, or Y`. */
const introducer =
  /^(?:以下)?(?:(?:简称|簡稱|下称|下稱|又称|又稱|又名|或称|原名|前称|英文名|英文|英语|英語|全称|全稱|即|缩写|縮寫)[为為是：:\s]*|(?:or|aka|formerly|now|known as)[:\s]+)[“"「]?/i

const inChinese = /[、\u4e00-\u9fff]/
/** A list of things is no gloss: 多种平台（Linux、MacOS 和 Windows）. */
const listOfThings = /、.*[和及与]|\p{Script=Latin}\s*、|等$|\p{Script=Latin}\s*[和及与]\s*\p{Script=Latin}|之类/u
/** A translator's: （LCTT 译注：…）. */
const remark = /^\S{0,6}\s?(?:译注|译者注|译按|編按|编按|校注|編註|編者|编者)/u

/** The Latin names in a bracket, fullest first; empty when it holds an amount, a remark or Chinese. */
export function readNames(content: string): string[] {
  if (!mayStart.test(content)) return []
  if (inChinese.test(content) && (listOfThings.test(content) || remark.test(content))) return []
  const names: string[] = []
  for (const part of content.split(/[，、；;：:/／|]|\s[-–—]\s/)) {
    const plain = part
      .trim()
      .replace(introducer, '')
      .replace(/[”"」]$/, '')
      .trim()
    if (plain !== '' && latinStart.test(plain)) names.push(...splitAtCommas(plain))
    else if (names.length === 0) return []
  }
  return names.filter(isName).sort((a, b) => Number(isAbbreviation(a)) - Number(isAbbreviation(b)))
}

// A comma may part a name from its abbreviation (`…, DCMS`), or stand within (`Digital, Culture, Media and Sport`).
function splitAtCommas(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length === 1) return [text]
  const last = parts.at(-1)!
  const first = parts[0]!
  if (isAbbreviation(last)) return [parts.slice(0, -1).join(', '), last]
  if (isAbbreviation(first)) return [first, parts.slice(1).join(', ')]
  if (/^(Inc|Ltd|LLC|LLP|L\.P|plc|S\.A)\.?$/i.test(last) || /\b(and|&)\b/.test(last)) return [text]
  // `University of California, Berkeley`.
  if (/\b(University|College|Institute|School|Ministry|Department|Office)\b/.test(first) && /^\p{Lu}/u.test(last)) return [text]
  return [first]
}

export const isAbbreviation = (name: string): boolean => /^[A-Z][A-Z0-9&.-]{1,9}$/.test(name) || /^[A-Z]{2,}s$/.test(name)

function isName(name: string): boolean {
  if (inHan.test(name) || name.length < 2 || name.length > 110) return false
  if (!/\p{L}{2}/u.test(name) && !isAbbreviation(name)) return false
  // An address, a handle, a file or a unit is no name.
  return !/^@|:\/\/|\.(com|org|net|cn|html?|pdf|zip|md|txt)$|^www\.|^\d+\s?(%|bn|mn|kg|km|GB|MB|KB|px|ms|GHz|cm|mm)\b|^(via|e\.g|i\.e|see|cf|as|the number)\b/i.test(
    name,
  )
}
