import { Locale } from 'opencc-js/t2cn'

/** Targets of the table that are everyday characters in traditional texts as well, so that they tell nothing. */
const shared =
  '后里干台面松谷系云才冬征范丑叶咸只回姜准板布杯岩幸庄志托据采升扣搜栗梁欲泛注涂游炮照熏球痴皂秋秘累群背胡致舍表裁迹雇凶出制占卷吁吊周唇困夫家岳巨并幺弦彩恤愈扎折抵拐携于旋朱杆果案浚涌淡灶熔燕珍略症疱皋盗睾秃管粗粽糊耕脊臭舀苏蜗遁酒郁霉韵糖暗抬拿欣碰床恒你丢伙佣'

/** What one UTF-16 unit tells: an index into the tally below. */
const [NOTHING, LATIN, HAN, TRADITIONAL, SIMPLIFIED, KANA, HANGUL, OTHER] = [0, 1, 2, 3, 4, 5, 6, 7]
const signs = readSigns()

/** Longer texts do not tell more. */
const sampleLength = 8_000

/**
 * The language of a text as BCP 47: `zh-Hans`, `zh-Hant`, `zh` (Chinese that fits both scripts), `ja`, `ko`, `en`, other languages by
 * script or by their commonest words; `und` where the text does not tell. Code, addresses and Latin names in a Chinese text do not
 * turn it.
 */
export function detectLanguage(text: string): string {
  const sample = text.length > sampleLength ? text.slice(0, sampleLength) : text
  const tally = new Uint32Array(8)
  for (let index = 0; index < sample.length; index += 1) tally[signs[sample.charCodeAt(index)]!]! += 1
  const [, latin = 0, neutralHan = 0, traditional = 0, simplified = 0, kana = 0, hangul = 0, other = 0] = tally
  const cjk = neutralHan + traditional + simplified + kana + hangul
  if (other > latin && other > cjk * 4) return commonestScript(sample)
  // A Chinese character says about as much as a short English word.
  if (cjk * 8 < latin) return latin < 3 ? 'und' : latinLanguage(sample)
  if (cjk === 0) return 'und'
  if (hangul * 2 > cjk) return 'ko'
  if (kana * 8 > cjk) return 'ja'
  if (traditional === simplified) return 'zh'
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans'
}

/** One byte for each UTF-16 unit, so that a text is read once, without looking anything up by string. */
function readSigns(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(NOTHING!)
  for (let code = 0x41; code < 0x10000; code += 1) {
    if (code < 0x250) {
      if (/\p{L}/u.test(String.fromCharCode(code))) table[code] = LATIN!
    } else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) table[code] = HAN!
    else if (code >= 0x3041 && code <= 0x30fa) table[code] = KANA!
    else if (code >= 0xac00 && code <= 0xd7af) table[code] = HANGUL!
    else if (languageOfScript(code) !== null) table[code] = OTHER!
  }
  const { traditionalOnly, simplifiedOnly } = readScriptTable()
  for (const character of traditionalOnly) if (character.length === 1) table[character.charCodeAt(0)] = TRADITIONAL!
  for (const character of simplifiedOnly) if (character.length === 1) table[character.charCodeAt(0)] = SIMPLIFIED!
  return table
}

function commonestScript(sample: string): string {
  const counts = new Map<string, number>()
  for (let index = 0; index < sample.length; index += 1) {
    const language = languageOfScript(sample.charCodeAt(index))
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und'
}

function languageOfScript(code: number): string | null {
  if (code >= 0x0370 && code <= 0x03ff) return 'el'
  if (code >= 0x0400 && code <= 0x052f) return 'ru'
  if (code >= 0x0590 && code <= 0x05ff) return 'he'
  if (code >= 0x0600 && code <= 0x06ff) return 'ar'
  if (code >= 0x0900 && code <= 0x097f) return 'hi'
  if (code >= 0x0e00 && code <= 0x0e7f) return 'th'
  return null
}

/** Function words that are frequent in one language and rare in the others. */
const commonWords: Record<string, string> = {
  en: 'the of and to in is that for it with as was on are be this by from have not or you at your will we can how has an what which',
  fr: 'le la les des et est une dans que pour qui sur pas avec plus par au ce sont du il nous vous',
  de: 'der die das und ist nicht ein eine den mit von zu auf im für sich dem des auch wird bei wir sie',
  es: 'el los las y que en un una es por con para del se no su al como más lo pero',
  it: 'il che di è per un una non sono con del della gli nel più anche le alla',
  pt: 'o os as que e em um uma não para com do da dos no na por mais como é',
  nl: 'de het een en van is dat niet op te zijn met voor aan door ook als bij',
}

const languagesOf = new Map<string, string[]>()
for (const [language, words] of Object.entries(commonWords))
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = new Map<string, number>(Object.keys(commonWords).map((language) => [language, 0]))
  for (const word of words) for (const language of languagesOf.get(word) ?? []) counts.set(language, counts.get(language)! + 1)
  const [best, count] = [...counts].reduce((most, other) => (other[1] > most[1] ? other : most), ['und', 0])
  // One word in twenty-five is few even for a list of names; a title without any function word tells nothing.
  return count * 25 >= words.length ? best : 'und'
}

function readScriptTable(): { traditionalOnly: Set<string>; simplifiedOnly: Set<string> } {
  const dictionaries = (Locale.to.cn as unknown as string[][]).flat()
  const pairs = dictionaries.flatMap((dictionary) => dictionary.split('|')).map((entry) => entry.split(' ') as [string, string])
  const characters = pairs.filter(([from, to]) => [...from].length === 1 && from !== to)
  const traditionalOnly = new Set(characters.map(([from]) => from))
  const simplifiedOnly = new Set(characters.map(([, to]) => to).filter((to) => to !== undefined && !traditionalOnly.has(to)))
  for (const character of shared) simplifiedOnly.delete(character)
  return { traditionalOnly, simplifiedOnly }
}
