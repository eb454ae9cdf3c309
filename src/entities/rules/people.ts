import { wordBefore } from '../words/boundaries.ts'
import { spellsSound } from '../words/sounds.ts'

/** A person named in a text: foreign names are printed with a dot between their parts, 唐纳德•特朗普. */
export interface PersonSpan {
  start: number
  end: number
}

const han = /\p{Script=Han}/u
/** Characters that end a foreign name though some of them also spell sounds. */
const endsName =
  /^(在|说|日前|近日|昨日|今日|表示|称|等|和|与|的|是|对|向|于|也|则|将|曾|已|就|都|认为|告诉|指出|出任|担任|任教|任职|任命|执教|毕业|获得|获选|赢得|撰写|写道|当选|辞职|去世|出生|率|领导|提出|提到|来|到|以|及|或|被|把|从|为|最|上|下|不|没|并|而|但|又|还|再|先生|女士|博士|教授|爵士|夫人|政府|家族|基金|基金会|研究所|集团|公司|大学|学院|奖|式|主义|[（(，。；：、！？“”])/

/** Dotted names in a folded text, left to right. `isTaken` says whether a place already belongs to another name. */
export function findDottedPeople(folded: string, isTaken: (at: number) => boolean): PersonSpan[] {
  const people: PersonSpan[] = []
  for (let dot = folded.indexOf('·'); dot >= 0; dot = folded.indexOf('·', dot + 1)) {
    const previous = people.at(-1)
    if ((previous !== undefined && dot < previous.end) || isTaken(dot)) continue
    const start = startOfName(folded, dot)
    const end = endOfName(folded, dot)
    if (start < dot && end > dot + 1 && !isTaken(start) && !isTaken(end - 1)) people.push({ start, end })
  }
  return people
}

/** Where the first part of a dotted name begins: back over characters that spell sounds, to the nearest title or function word. */
export function startOfName(folded: string, dot: number): number {
  let start = dot
  while (start > 0 && dot - start < 7 && spells(folded[start - 1]!)) start--
  if (dot - start < 1) return dot
  // A calling or a function word within the run: the name begins after the last one that leaves a name.
  for (let at = dot - 1; at > start; at--) {
    const isBoundary =
      '的了是'.includes(folded[at - 1]!) ||
      wordBefore(folded, at, 'title') > 1 ||
      wordBefore(folded, at, 'function') > 1 ||
      wordBefore(folded, at, 'verb') > 1 ||
      wordBefore(folded, at, 'class') > 1
    if (isBoundary) return at
  }
  const single = folded[start]!
  if (dot - start >= 3 && '和与对在由据给让向的是以及为如'.includes(single)) return start + 1
  return start
}

function endOfName(folded: string, dot: number): number {
  let end = dot + 1
  for (;;) {
    let length = 0
    while (
      length < 6 &&
      spells(folded[end + length] ?? '') &&
      !(length >= 1 && endsName.test(folded.slice(end + length, end + length + 4)))
    )
      length++
    if (length === 0) return end > dot + 1 ? end - 1 : dot
    end += length
    if (folded[end] !== '·') return end
    end++
  }
}

/** 亨利·杰克逊|协会, 约翰·肯尼迪|政府学院: what makes a body's name of a person's, with what it is for in front. */
const calledAfter =
  /^(?:中国|亚洲|能源|经济|公共政策|公共卫生|公共事务|国际关系|国际事务|国际|全球|政府|纪念|总统|家族|慈善|癌症|医学|儿童|女子|人权|环境|艺术|音乐|科学|教育|商|法|医|工|神|护理|护|交响|爱乐|资产管理|投资|广告|律师|会计师|制药|石油|时装|出版){0,2}(?:律师事务所|会计师事务所|事务所|协会|学会|基金会|基金|研究所|研究院|研究中心|癌症中心|医学中心|中心|学院|大学|中学|高中|小学|学校|医院|诊所|公司|集团|银行|实验室|图书馆|博物馆|美术馆|画廊|剧院|出版社|酒店|工作室|俱乐部|乐团|舞团|剧团|资本|兄弟公司|父子公司|拍卖行)(?![生校派])/

/** Length of what stands behind a person's name and makes it that of a body called after them; 0 for none. */
export const calledAfterPerson = (folded: string, end: number): number =>
  calledAfter.exec(folded.slice(end, end + 14))?.[0].length ?? 0

const spells = (character: string): boolean => han.test(character) && spellsSound(character)

/** The last part of a dotted name, by which a text calls a person later; null when it is too short to be safe. */
export function surnameOfDotted(folded: string): string | null {
  const last = folded.slice(folded.lastIndexOf('·') + 1)
  return last.length >= 2 && last.length < folded.length ? last : null
}
