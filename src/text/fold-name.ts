import hongKongVariants from 'opencc-js/dict/HKVariantsRev'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import taiwanVariants from 'opencc-js/dict/TWVariantsRev'

/**
 * Folding: what two spellings of one name have in common. 台積電 and 台积电, ＮＡＴＯ and Nato, Nestlé and Nestle,
 * 卡罗琳•比格 and 卡羅琳．比格 meet.
 *
 * Characters fold one by one, so that a place in the folded text is the same place in the stored text. Folding joins characters
 * into classes and need not spell well: 乾 and 干 are one class in either script, so both scripts of a name always meet.
 * Words that the regions spell with other words (網路, 网络) are not a matter of characters: see entities/gazetteer/regional-spellings.ts.
 */

const readPairs = (...dictionaries: string[]): Map<string, string> => {
  const pairs = new Map<string, string>()
  for (const dictionary of dictionaries)
    for (const pair of dictionary.split('|')) if (pair.length === 3 && pair[1] === ' ') pairs.set(pair[0]!, pair[2]!)
  return pairs
}
// First to the traditional form that OpenCC takes for the standard one (裡 → 裏, 台 → 臺), then to the simplified one.
const standard = readPairs(taiwanVariants, hongKongVariants)
const simplified = readPairs(traditionalToSimplified)

// Every dot, quote and dash that printers use for the same thing.
const dots = '·•・‧∙⋅･●．'
const apostrophes = '’‘ʼ＇ŉ'
const dashes = '‐‑‒–−﹣－⁻₋︲'
const spaces = '\u00a0\u3000\u2002\u2003\u2009\u202f'

function foldUnit(unit: string): string {
  if (unit >= '\u4e00' && unit <= '\u9fff') return foldHan(unit)
  if (dots.includes(unit)) return '·'
  if (apostrophes.includes(unit)) return "'"
  if (dashes.includes(unit)) return '-'
  if (spaces.includes(unit)) return ' '
  // Width, ligatures and accents first: ｎ, é and the radical ⾧ are then the letters n, e and 長.
  const folded = foldHan(unit.normalize('NFKD')[0] ?? unit)
  const lower = folded.toLowerCase()
  return lower.length === 1 ? lower : folded
}

function foldHan(unit: string): string {
  let folded = unit
  // Until nothing changes, so that folding twice is folding once (麼 → 么 → 幺).
  for (let step = 0; step < 4; step++) {
    const traditional = standard.get(folded) ?? folded
    const next = simplified.get(traditional) ?? traditional
    if (next === folded) break
    folded = next
  }
  return folded
}

/** Folded unit for every UTF-16 unit, filled as they are met: most texts use a few thousand. */
const table = new Uint16Array(0x10000)

function foldOther(code: number): number {
  table[code] = code >= 0xd800 && code <= 0xdfff ? code : foldUnit(String.fromCharCode(code)).charCodeAt(0)
  return table[code]!
}

const foldCode = (code: number): number => table[code]! || foldOther(code)

/** Same length as `text`: unit i of the result is the folded unit i of the text. */
export function foldText(text: string): string {
  if (text.length > short.length) return foldLong(text)
  let same = 0
  while (same < text.length && foldCode(text.charCodeAt(same)) === text.charCodeAt(same)) same++
  if (same === text.length) return text
  for (let i = 0; i < text.length; i++) short[i] = foldCode(text.charCodeAt(i))
  return Buffer.from(short.buffer, 0, 2 * text.length).toString('utf16le')
}

/** Asks no string for its characters one by one: that may take twice as long, by what was folded before (docs/recognition.md). */
function foldLong(text: string): string {
  const codes = text.length <= long.length ? long : new Uint16Array(text.length)
  const bytes = Buffer.from(codes.buffer, 0, 2 * text.length)
  bytes.write(text, 'utf16le')
  for (let i = 0; i < text.length; i++) codes[i] = foldCode(codes[i]!)
  return bytes.toString('utf16le')
}

const short = new Uint16Array(256)
const long = new Uint16Array(2 ** 16)

const plain = /^[\u4e00-\u9fff\x20-\x7e]*$/

/** A name as names are compared by: script, case, width, accents and spacing folded. Length may differ from the name's. */
export function foldName(name: string): string {
  // Most names are plain Chinese or plain Latin, in which there is nothing more to normalise.
  const folded = foldText(plain.test(name) ? name : name.replaceAll('．', '·').normalize('NFKC'))
  const hasOthers = folded.includes('  ') || folded.startsWith(' ') || folded.endsWith(' ')
  return hasOthers ? folded.replace(/ +/g, ' ').trim() : folded
}
