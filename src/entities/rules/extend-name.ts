import { countryBefore, isOneCountry } from '../countries.ts'
import { type Body, foldKey, isOfState, type KnownName } from '../gazetteer/known-name.ts'
import type { OrganisationKind } from '../recognition.ts'
import type { Knowledge } from '../resolve.ts'
import { campusBehind } from '../words/local-bodies.ts'
import { composedAround } from './composed-names.ts'

/** Behind the name of a body these make the name of another: 清华大学出版社 is not 清华大学, 《纽约时报》中文网 not the paper. */
const extensions: [ending: string, kind: OrganisationKind, of: RegExp][] = [
  ['中文网', 'MEDIA', /^MEDIA$/],
  ['出版社', 'COMPANY', /^(UNIVERSITY|NGO|ASSOCIATION|GOVERNMENT|MEDIA)$/],
  ['附属医院', 'OTHER', /^UNIVERSITY$/],
  ['基金会', 'NGO', /^(COMPANY|BANK|UNIVERSITY|MEDIA|SPORTS)$/],
  ['研究院', 'RESEARCH', /^(COMPANY|BANK|MEDIA)$/],
  ['研究所', 'RESEARCH', /^(COMPANY|BANK|MEDIA)$/],
  ['学生会', 'ASSOCIATION', /^UNIVERSITY$/],
  ['校友会', 'ASSOCIATION', /^UNIVERSITY$/],
  ['风投', 'FUND', /^(COMPANY|BANK)$/],
  ['创投', 'FUND', /^(COMPANY|BANK)$/],
  ['资本', 'FUND', /^(COMPANY|BANK)$/],
  ['云计算', 'COMPANY', /^COMPANY$/],
  ['信托', 'FUND', /^(COMPANY|BANK|FUND)$/],
  ['证券', 'COMPANY', /^(COMPANY|BANK|FUND)$/],
  ['消费金融', 'COMPANY', /^(COMPANY|BANK|FUND)$/],
  ['金融租赁', 'COMPANY', /^(COMPANY|BANK|FUND)$/],
  ['资产管理', 'FUND', /^(COMPANY|BANK)$/],
  ['财险', 'COMPANY', /^(COMPANY|BANK|FUND)$/],
  ['影业', 'COMPANY', /^(COMPANY|MEDIA)$/],
  ['传媒', 'MEDIA', /^(COMPANY|MEDIA)$/],
  ['文学', 'COMPANY', /^COMPANY$/],
  ['地产', 'COMPANY', /^(COMPANY|FUND)$/],
  ['置业', 'COMPANY', /^(COMPANY|FUND)$/],
  ['工会', 'ASSOCIATION', /^(COMPANY|BANK|UNIVERSITY|MEDIA)$/],
]

const ofPolice =
  /^(?:[\p{Script=Han}]{1,4}分局|(?:经侦|刑侦|刑警|治安|交警|交管|禁毒|缉毒|网安|特警|反恐|巡警|边防|消防|出入境)(?:总队|支队|大队|局))/u

/** 中信证券|业务, 万科地产|项目: what its trade does. */
const ofTrade = /^(?:业|法|市场|产品|项目|投资|行业|板块|交易|价|奖|部|史|家|界|作品|化)/

const ofCapital = /^(?:市场|主义|金|支出|充足|外流|管制|利得|开支|回报|成本|项目|运作|结构|规模|基础|要求|缓冲)/

/** A longer name that a known one is a part of, and the body that it names. */
export interface LongerName {
  start: number
  end: number
  bodyOf: (surface: string) => Body
}

/** A longer name that a known one is the front of, or the end; null where nothing of the kind stands beside it. */
export function extendName(
  folded: string,
  start: number,
  end: number,
  names: readonly KnownName[],
  knowledge: Knowledge,
): LongerName | null {
  const foreign = startOfForeignBody(folded, start, names)
  if (foreign === null) {
    // 越南自然资源与|环境部, 社会|正义党
    const composed = names.every(({ body }) => isOfState(body)) ? composedAround(folded, start, end) : null
    if (composed !== null)
      return { start: composed.start, end, bodyOf: (surface) => knowledge.resolveName(surface, composed.kind) }
    return extendBehind(folded, start, end, names, knowledge)
  }
  return { start: foreign, end, bodyOf: (surface) => knowledge.resolveName(surface, names[0]!.body.kind) }
}

function extendBehind(
  folded: string,
  start: number,
  end: number,
  names: readonly KnownName[],
  knowledge: Knowledge,
): LongerName | null {
  const gap = folded[end] === '》' ? 1 : 0
  // 德克萨斯大学|奥斯丁分校
  const campus = names.some(({ body }) => body.kind === 'UNIVERSITY') ? campusBehind(folded, end) : 0
  if (campus > 0) return { start, end: end + campus, bodyOf: (surface) => knowledge.resolveName(surface, 'UNIVERSITY') }
  // 广东省公安厅|经侦总队
  const unit = names.some(({ text }) => /公安[厅局部]$|警察局$/.test(text))
    ? (ofPolice.exec(folded.slice(end, end + 8))?.[0].length ?? 0)
    : 0
  if (unit > 0) return { start, end: end + unit, bodyOf: (surface) => knowledge.resolveName(surface, 'GOVERNMENT') }
  for (const [ending, kind, of] of extensions) {
    if (!folded.startsWith(ending, end + gap)) continue
    // 蒙特利尔银行|资本市场, 高盛|资本充足率: the beginning of another word.
    if (ending === '资本' && ofCapital.test(folded.slice(end + gap + 2, end + gap + 4))) return null
    // 谷歌|云计算引擎 is a product.
    if (ending === '云计算' && /^(?:引擎|平台|服务(?!商)|产品)/.test(folded.slice(end + gap + 3, end + gap + 5))) return null
    if (
      /^(?:信托|证券|财险|影业|传媒|文学|地产|置业|资产管理)$/.test(ending) &&
      ofTrade.test(folded.slice(end + gap + ending.length))
    )
      return null
    // 生命|科学研究院 is no institute of Science.
    const base = names.find((name) => !name.isWeak && of.test(name.body.kind))?.body
    if (base === undefined) return null
    const bodyOf = (surface: string): Body => {
      // Known by another name of the same body: FT中文网 for 《金融时报》中文网.
      for (const name of [base.nameZh, base.nameEn, ...base.aliases.map((alias) => alias.text)]) {
        const known = name === null ? undefined : knowledge.gazetteer.find(`${foldKey(name)}${ending}`)[0]
        if (known !== undefined) return known.body
      }
      return knowledge.resolveName(surface.replace(/[《》]/g, ''), kind)
    }
    return { start, end: end + gap + ending.length, bodyOf }
  }
  return null
}

/** 新加坡|民航局, 博茨瓦纳|民主党 are none of those that are known so: where the country that stands in front begins, or null. */
export function startOfForeignBody(folded: string, start: number, names: readonly KnownName[]): number | null {
  if (names.length === 0 || !names.every(({ body }) => body.country !== null && isOfState(body))) return null
  const front = countryBefore(folded, start)
  return front === null || names.some(({ body }) => isOneCountry(body.country!, front.country)) ? null : front.start
}
