import { Locale } from 'opencc-js/t2cn'

/** Targets of the table that are everyday characters in traditional texts as well, so that they tell nothing. */
const shared =
  '后里干台面松谷系云才冬征范丑叶咸只回姜准板布杯岩幸庄志托据采升扣搜栗梁欲泛注涂游炮照熏球痴皂秋秘累群背胡致舍表裁迹雇凶出制占卷吁吊周唇困夫家岳巨并幺弦彩恤愈扎折抵拐携于旋朱杆果案浚涌淡灶熔燕珍略症疱皋盗睾秃种管粗粽糊耕脊臭舀荐苏虫蜗规遁酒酿郁鉴闲霉韵糖锤晒暗抬拿欣碰墙床强恒你丢伙佣'

/** Characters written in one of the two Chinese scripts only, from OpenCC's table. */
const { traditionalOnly, simplifiedOnly } = readScriptTable()

/**
 * The language of a text as BCP 47: `zh-Hans`, `zh-Hant`, `zh` (Chinese that fits both scripts), `ja`, `ko`, `en`, other languages by script or by
 * their commonest words; `und` where the text does not tell. Code, addresses and Latin names in a Chinese text do not turn it.
 */
export function detectLanguage(text: string): string {
  const sample = text.length > 20_000 ? text.slice(0, 20_000) : text
  let han = 0
  let kana = 0
  let hangul = 0
  let latin = 0
  let traditional = 0
  let simplified = 0
  const others = new Map<string, number>()
  for (const character of sample) {
    const code = character.codePointAt(0)!
    if (code < 0x41) continue
    if (code < 0x250) {
      if (/\p{L}/u.test(character)) latin += 1
    } else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000) {
      han += 1
      if (traditionalOnly.has(character)) traditional += 1
      else if (simplifiedOnly.has(character)) simplified += 1
    } else if (code >= 0x3040 && code <= 0x30ff) kana += 1
    else if (code >= 0xac00 && code <= 0xd7af) hangul += 1
    else {
      const language = languageOfScript(code)
      if (language !== null) others.set(language, (others.get(language) ?? 0) + 1)
    }
  }
  // A Chinese character says about as much as a short word: four letters.
  const cjk = han + kana + hangul
  const [otherLanguage, other] = [...others].sort((a, b) => b[1] - a[1])[0] ?? ['und', 0]
  if (other > latin && other > cjk * 4) return otherLanguage
  if (cjk * 8 < latin) return latin < 3 ? 'und' : latinLanguage(sample)
  if (cjk === 0) return 'und'
  if (hangul * 2 > cjk) return 'ko'
  if (kana * 8 > cjk) return 'ja'
  if (traditional === simplified) return 'zh'
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans'
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
const commonWords: Record<string, Set<string>> = {
  en: wordSet(
    'the of and to in is that for it with as was on are be this by from have not or you at your will we can how has an what which',
  ),
  fr: wordSet('le la les des et est une dans que pour qui sur pas avec plus par au ce sont du il nous vous'),
  de: wordSet('der die das und ist nicht ein eine den mit von zu auf im für sich dem des auch wird bei wir sie'),
  es: wordSet('el los las y que en un una es por con para del se no su al como más lo pero'),
  it: wordSet('il che di è per un una non sono con del della gli nel più anche le alla'),
  pt: wordSet('o os as que e em um uma não para com do da dos no na por mais como é'),
  nl: wordSet('de het een en van is dat niet op te zijn met voor aan door ook als bij'),
}

function wordSet(words: string): Set<string> {
  return new Set(words.split(' '))
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  let best = 'und'
  let bestCount = 0
  for (const [language, common] of Object.entries(commonWords)) {
    const count = words.reduce((sum, word) => sum + (common.has(word) ? 1 : 0), 0)
    if (count > bestCount) [best, bestCount] = [language, count]
  }
  // One word in twenty-five is few even for a list of names; a title without any function word tells nothing.
  return bestCount * 25 >= words.length ? best : 'und'
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
