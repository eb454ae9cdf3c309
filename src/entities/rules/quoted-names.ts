import type { Field } from '../fields.ts'
import { kindOf } from '../glosses/gloss-meaning.ts'
import type { OrganisationKind } from '../recognition.ts'
import { behindBody, behindEither } from '../words/contexts.ts'
import { isGeneric } from '../words/generic.ts'
import { endingOf } from '../words/kinds.ts'
import { kindInFront } from './judge.ts'

const quoted = /[“「](?<name>[\p{Script=Han}a-z0-9·]{3,10})[”」]/gu
const societies = /(?:组织|团体|政党|智库|协会|武装|民兵|联盟|网络媒体|媒体)$/
/** 「青溪贸易公司」: names itself by its trade, and no “皮包公司”. */
const registered =
  /.{2}(?:贸易|实业|工业|有限|科技|文化|传媒|投资|建筑|建设|工程|运输|轮船|船务|航运|航空|铁路|汽车|食品|保险|信托|地产|置业|电力|石油|矿业|钢铁|化工|制药|纺织|电器|电子|通信|软件|物流|旅行|旅游|影业|唱片|出版|印刷|广告|百货|酒店)公司$/
/** “同舟家园”|等民间组织 */
const ofSocieties = /^等\S{0,4}(?:组织|团体|机构|智库|政党|媒体)/

/** Names between quotation marks that say what they are, or where it is said that they are societies': 人权组织“中国劳工观察”, “人民意志党”创始人. */
export function findQuotedNames(
  { folded }: Pick<Field, 'folded'>,
  taken: (place: number) => boolean,
): { start: number; end: number; kind: OrganisationKind }[] {
  const found: { start: number; end: number; kind: OrganisationKind }[] = []
  for (const match of folded.matchAll(quoted)) {
    const name = match.groups!['name']!
    const start = match.index + 1
    const end = start + name.length
    if (taken(start) || taken(end - 1)) continue
    const before = folded.slice(Math.max(0, match.index - 8), match.index)
    const behind = folded.slice(end + 1, end + 13)
    const isActive = behindBody.test(behind) || behindEither.test(behind)
    const isSociety = (societies.test(before) && isActive) || ofSocieties.test(behind)
    if ((!isSociety && !registered.test(name) && !(isActive && /党$/.test(name))) || isGeneric(name)) continue
    const kind = endingOf(name) === null ? (kindInFront(folded, match.index) ?? 'NGO') : kindOf(name, null)
    found.push({ start, end, kind })
  }
  return found
}
