import { foldText } from '../text/fold-name.ts'
import { unitAt } from '../text/unit-hashes.ts'
import type { Field } from './fields.ts'
import { isOfWord } from './gazetteer/name-hashes.ts'
import { regionalSpellings } from './gazetteer/regional-spellings.ts'
import { WordEndings, WordFinder } from './words/word-lists.ts'

/**
 * Which country a text speaks of at a place: 央行 is the Bank of Japan in a paragraph on Japan. Countries are recognised by their
 * Chinese and English names, by their capitals and by the cities that stand for governments.
 */

const capitals = `
北京 中南海 CN|华盛顿 白宫 五角大楼 US|伦敦 唐宁街 威斯敏斯特 GB|巴黎 爱丽舍宫 FR|柏林 DE|东京 JP|莫斯科 克里姆林宫 RU|首尔 青瓦台 KR|平壤 KP|新德里 IN|罗马 IT|马德里 ES|里斯本 PT|雅典 GR|安卡拉 伊斯坦布尔 TR|德黑兰 IR|巴格达 IQ|大马士革 SY|开罗 EG|利雅得 SA|堪培拉 AU|惠灵顿 NZ|渥太华 CA|巴西利亚 BR|布宜诺斯艾利斯 AR|墨西哥城 MX|基辅 UA|华沙 PL|布达佩斯 HU|维也纳 AT|海牙 NL|布鲁塞尔 BE|斯德哥尔摩 SE|奥斯陆 NO|哥本哈根 DK|赫尔辛基 FI|都柏林 IE|伊斯兰堡 PK|喀布尔 AF|雅加达 ID|吉隆坡 MY|曼谷 TH|河内 VN|马尼拉 PH|台北 TW|比勒陀利亚 ZA|阿布贾 NG|内罗毕 KE|加拉加斯 VE|苏黎世 伯尔尼 CH`
/** Short forms that news uses, where the Intl names are longer. */
const shortForms = `
中国 中方 我国 CN|美国 美方 美 US|英国 英方 不列颠 GB|法国 FR|德国 DE|日本 日方 JP|俄罗斯 俄方 RU|韩国 南韩 KR|朝鲜 北韩 KP|印度 IN|香港 HK|澳门 MO|台湾 中华民国 TW|沙特 沙特阿拉伯 SA|阿联酋 AE|印尼 ID|澳洲 AU|意大利 IT|土耳其 TR|叙利亚 SY|南非 ZA|荷兰 NL|瑞士 CH|捷克 CZ|刚果 CD|波黑 BA|大马 MY`
const english = `
china,chinese,prc CN|united states,u.s.,american,washington US|britain,british,u.k.,united kingdom GB|france,french FR|germany,german DE|japan,japanese JP|russia,russian RU|south korea,south korean,korean KR|north korea,north korean KP|india,indian IN|hong kong HK|taiwan,taiwanese TW|australia,australian AU|canada,canadian CA|italy,italian IT|spain,spanish ES|brazil,brazilian BR|turkey,turkish TR|iran,iranian IR|israel,israeli IL|ukraine,ukrainian UA|mexico,mexican MX|netherlands,dutch NL|switzerland,swiss CH|sweden,swedish SE|singapore SG|indonesia,indonesian ID|pakistan,pakistani PK|vietnam,vietnamese VN|philippines,philippine PH|egypt,egyptian EG|greece,greek GR|poland,polish PL|new zealand NZ|malaysia,malaysian MY|nepal,nepali NP|cambodia,cambodian KH|saudi arabia,saudi SA|south africa,south african ZA`

/** Who leads or led a country, and parts of federations, by which news speaks of it without its name. */
const leaders = `
特朗普 川普 拜登 奥巴马 欧巴马 希拉里 蓬佩奥 布林肯 耶伦 彭斯 美联储 加州 加利福尼亚州 得州 德州 得克萨斯州 佛罗里达州 纽约州 马萨诸塞州 俄亥俄州 密歇根州 宾夕法尼亚州 威斯康星州 亚利桑那州 华尔街 硅谷 民主共和两党 US|约翰逊 卡梅伦 特雷莎·梅 梅伊 苏纳克 斯塔默 科尔宾 苏格兰 威尔士 英格兰 GB|默克尔 梅克尔 朔尔茨 肖尔茨 默茨 巴伐利亚 DE|马克龙 奥朗德 萨科齐 勒庞 FR|普京 普丁 梅德韦杰夫 RU|泽连斯基 UA|安倍 安倍晋三 岸田 岸田文雄 菅义伟 石破茂 JP|文在寅 朴槿惠 尹锡悦 KR|金正恩 KP|莫迪 IN|埃尔多安 TR|内塔尼亚胡 IL|鲁哈尼 哈梅内伊 IR|阿萨德 SY|特鲁多 魁北克 CA|莫里森 阿尔巴尼斯 新南威尔士 AU|杜特尔特 马科斯 PH|马杜罗 查韦斯 VE|博索纳罗 卢拉 BR|蔡英文 马英九 赖清德 陈水扁 TW|林郑月娥 林郑 梁振英 李家超 HK|习近平 李克强 温家宝 胡锦涛 李强 党中央 中共中央 CN`

const regions =
  'AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HK HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT PS QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VA VE VN YE ZM ZW XK'.split(
    ' ',
  )

const countryOfName = new Map<string, string>()
const add = (list: string, between = ' '): void => {
  for (const entry of list.trim().split('|')) {
    const last = entry.lastIndexOf(' ')
    for (const name of entry.slice(0, last).split(between)) countryOfName.set(foldText(name.trim()), entry.slice(last + 1))
  }
}
const chinese = new Intl.DisplayNames(['zh-Hans'], { type: 'region' })
/** As Chinese news calls it: 尼日尔, 香港. */
export const nameOfCountry = (code: string): string =>
  (chinese.of(code) ?? code).replace(/^中国(?=.)/, '').replace(/特别行政区$/, '')
for (const code of regions) countryOfName.set(foldText(nameOfCountry(code)), code)
add(shortForms)
const addSpellings = (): void => {
  for (const [name, code] of [...countryOfName]) for (const other of regionalSpellings(name)) countryOfName.set(other, code)
}
addSpellings()
const placesOfBodies = new WordFinder([...countryOfName.keys()].filter((name) => name.length >= 2 && name.length <= 8))
add(capitals)
addSpellings()
const namesInFront = [...countryOfName.keys()].filter((name) => name.length >= 2 && name.length <= 8)
const placesBefore = new WordEndings(namesInFront)
add(leaders)
add(english, ',')
countryOfName.delete('美')
const englishNames = new Intl.DisplayNames(['en'], { type: 'region' })
// Jordan and Chad are people as well, Georgia is a state.
for (const code of regions) {
  const name = foldText(englishNames.of(code) ?? '')
  if (/^[a-z ]+$/.test(name) && !/^(?:jordan|chad|georgia)$/.test(name) && !countryOfName.has(name)) countryOfName.set(name, code)
}

const countries = new WordFinder(countryOfName.keys())

/**
 * The country that a folded Chinese name of a body begins with, and what is left of the name; null when it begins with none. A capital is
 * no country here: what 巴黎警察局 is for its town the 警察局 of other countries are not for them.
 */
export function splitCountry(folded: string): { country: string; rest: string } | null {
  const length = placesOfBodies.lengthAt(folded, 0, folded.length - 2)
  if (length === 0) return null
  return { country: countryOfName.get(folded.slice(0, length))!, rest: folded.slice(length).replace(/^的/, '') }
}

/** Where the country begins whose name, or capital's, ends at `end`, and which it is; null where none does. */
export function countryBefore(folded: string, end: number): { start: number; country: string } | null {
  const start = end - placesBefore.lengthBefore(folded, end)
  return start === end ? null : { start, country: countryOfName.get(folded.slice(start, end))! }
}

/** The country that a folded English name of a body begins or ends with, and what is left of it: chinese|communist party, house of commons|of canada. */
export function splitEnglishCountry(folded: string): { country: string; rest: string } | null {
  const behind = /^(.+) of (?:the )?([a-z ]+)$/.exec(folded)
  const last = behind === null ? undefined : countryOfName.get(behind[2]!)
  if (last !== undefined) return { country: last, rest: behind![1]! }
  const front = /^((\S+) \S+) (\S.*)$|^(\S+) (\S.*)$/.exec(folded)
  if (front === null) return null
  for (const [name, rest] of [
    [front[1], front[3]],
    [front[2] ?? front[4], front[1] === undefined ? front[5] : folded.slice(front[2]!.length + 1)],
  ]) {
    const country = name === undefined ? undefined : countryOfName.get(name)
    if (country !== undefined && rest !== undefined) return { country, rest }
  }
  return null
}

/** The country whose English name or adjective ends a folded text: chinese, u.s.; null for other words. */
export function countryInEnglish(folded: string): string | null {
  const words = folded.split(' ')
  return countryOfName.get(words.slice(-2).join(' ')) ?? countryOfName.get(words.at(-1)!) ?? null
}

const isInWord = (folded: string, start: number, end: number): boolean =>
  (isOfWord(folded.charCodeAt(start)) && isOfWord(unitAt(folded, start - 1))) ||
  (isOfWord(folded.charCodeAt(end - 1)) && isOfWord(unitAt(folded, end)))

const ofChina = new Set(['CN', 'HK', 'MO', 'TW'])

/** True for one country, and for two that names of bodies may both call China: 中国|国民政府. */
export const isOneCountry = (a: string, b: string): boolean => a === b || (ofChina.has(a) && ofChina.has(b))

export const beginsWithCountry = (folded: string): boolean => placesOfBodies.lengthAt(folded, 0) > 0

/** Says how strongly a place in a document speaks of each country; made once a document, and only if something asks. */
export function createCountryContext(fields: readonly Field[]): (at: Field, start: number) => Map<string, number> {
  let mentions: Map<Field, { at: number; country: string }[]> | null = null
  const whole = new Map<string, number>()
  const read = (): Map<Field, { at: number; country: string }[]> => {
    const found = new Map<Field, { at: number; country: string }[]>()
    for (const field of fields) {
      const here: { at: number; country: string }[] = []
      for (let at = countries.find(field.folded, 0); at >= 0; at = countries.find(field.folded, countries.end))
        // Oman, and a woman.
        if (!isInWord(field.folded, at, countries.end))
          here.push({ at, country: countryOfName.get(field.folded.slice(at, countries.end))! })
      found.set(field, here)
      for (const { country } of here) whole.set(country, (whole.get(country) ?? 0) + (field.field === 'PARAGRAPH' ? 1 : 3))
    }
    return found
  }
  return (at, start) => {
    mentions ??= read()
    const scores = new Map<string, number>()
    for (const [country, count] of whole) scores.set(country, Math.min(4, count * 0.5))
    const here = mentions.get(at)!
    let last = 0
    for (let step = 2 ** Math.floor(Math.log2(here.length + 1)); step >= 1; step /= 2)
      if (last + step <= here.length && here[last + step - 1]!.at < start) last += step
    // What stands far in front says no more of this place than of any other.
    const before = here.slice(Math.max(0, last - 20), last)
    for (const mention of before) scores.set(mention.country, (scores.get(mention.country) ?? 0) + 1.5)
    const nearest = before.at(-1)
    if (nearest !== undefined) scores.set(nearest.country, scores.get(nearest.country)! + (start - nearest.at < 40 ? 3 : 1))
    return scores
  }
}
