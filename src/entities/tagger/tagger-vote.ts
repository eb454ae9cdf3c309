import type { Field, Mention } from '../fields.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Body, foldKey } from '../gazetteer/known-name.ts'
import { kindOf } from '../glosses/gloss-meaning.ts'
import { organisation } from '../mentions.ts'
import type { Knowledge } from '../resolve.ts'
import { speaksOfSports } from '../rules/judge.ts'
import { startOfPlaces } from '../rules/local-bodies.ts'
import { hasClassNoun, isActing } from '../words/acting.ts'
import { isWordBeginningInside, wordBefore } from '../words/boundaries.ts'
import { otherEnding } from '../words/contexts.ts'
import { isGeneric } from '../words/generic.ts'
import { endingOf } from '../words/kinds.ts'
import { isNoBody } from '../words/latin-terms.ts'
import { isCalledAsTrade, isPartOfAnotherWord } from '../words/other-words.ts'
import { isFirstName, surnameCharacters } from '../words/people.ts'
import { notNames, placeBefore, placeInFront } from '../words/places.ts'
import { spellsSound } from '../words/sounds.ts'
import type { TaggedSpan, TaggedSpans } from './tagged-names.ts'

/** Below this the tagger's word alone is not taken; with the ending of a body behind it, less will do. */
const surest = 0.65
const surestWithEnding = 0.5
/** Of a name in Latin letters, of which its sentences held few. */
const surestOfLatin = 0.9
/** Below this a weak name that is a town's or a food's too (米兰, 汉堡), one of two characters, or any other stays open. */
const [surestOfTown, surestOfShort, surestOfWeak] = [0.8, 0.65, 0.5]
/** Enough to make a known name part of a longer one; more where nothing in what is added says so. */
const enough = 0.4
const enoughAlone = 0.5

/** 广东省卫生厅, 中山医科大学附属二院: long enough that the last character says what it is. */
const office = /^.{4,}[部委局署厅院所厂社]$/

/** 贤德党, and not 执政党 or 两党 */
const party =
  /^(?!.*(?:[执当]政|反对|在野|[各两多政入该同本我他敌朋死余乱结]|民主|共和|革命|左翼|右翼|极[左右])党$)\p{Script=Han}{2,7}党$/u

/** DHCP|服务器: what letters alone stand in front of, where they are no body's. */
const ofThings = /^ ?(?:服务器|协议|包|地址|端口|接口|格式|文件|命令|软件|语言|编程|标准|客户端|系统)/

/** 西班牙银行集团|Sabadell: what it is, and its name. */
const classInFront = /^\p{Script=Han}+(?:集团|公司|银行|企业|巨头|机构|品牌|网站|平台)[a-z]/u

const ofClass = /(?:公司|企业|集团|机构|品牌|厂商)$/

/** 在Ubuntu上安装ANoise: two names, and what is said between them. */
const twoNames = /^[a-z0-9. ]+\p{Script=Han}+ ?[a-z]/u

const han = /\p{Script=Han}/u

/** An office or a department of a body that is known is that body, and so is a body that is called what it is: 招商银行广州分行, 谷歌公司. */
const branch =
  /(?:总行|分行|支行|营业部|分公司|办事处|代表处|分社|分局|委员会|部门|部队|(?:议会|国会)?党团|部|司|处|科|室|组|团队|系|中国|香港|亚太|亚洲|北京|上海)$/

const inParliament = /[议国]会$|议院$/

const restOfList = /(?<![高平同均初中优对头上下劣])等(?![级于])/

const ofBranch = /(?:分公司|子公司|分行|支行|办事处|代表处|分社|总部)$/

/** 一所|贵格会寄宿学校: one of its kind, and not its name. */
const oneOfMany = /[一两二三四五六七八九十几数多某这那每另][所家个间座]$/

/** What stands inside of sentences, and not of names. */
const particles = /[的了因被把将该]/

/** What is said of a company behind its name, and nothing more. */
const formOnly = /^ ?(?:控股|实业)?(?:集团)?(?:股份)?(?:有限)?(?:公司|集团)$/

/** 美国贸易代表|莱特希泽: what somebody is, and who. */
const withHolder = /(?:代表|部长|大臣|国务卿|议长|专员|总统|总理|首相|主席|行长|局长|署长)(.{2,5})$/

const endsInPerson = (name: string): boolean => {
  const person = withHolder.exec(name)?.[1]
  return person !== undefined && [...person].every((character) => spellsSound(character))
}

/** 牛津大学考古学|教授, 国大党政府, 国民党大会, 纽约联合国总部, 工党籍议员: a subject, a government, a meeting, a house and a member are no bodies of their own. */
const isMoreThanName =
  /党籍|[^大中小]学$|政府$|大会$|会议$|峰会$|论坛$|[^公司团行]总部$|监管机构$|团队$|项目$|[^行政特]地区$|联盟(?:学校|院校|大学|成员)$/

/**
 * Where the tagger and the other rules meet. What both find is surer; a span that holds known names is one longer name (an office of the
 * body, or a body of its own); a weak name that the tagger reads as a body's is taken; what only the tagger sees is a name if it is
 * sure of it and the name says more than a kind, and otherwise stays open. Returns the mentions that remain.
 */
export function voteWithTagger(
  mentions: readonly Mention[],
  tagged: TaggedSpans,
  knowledge: Knowledge,
  isTaken: (at: Field) => (place: number) => boolean,
): Mention[] {
  const gone = new Set<Mention>()
  const added: Mention[] = []
  const byField = new Map<Field, Mention[]>([...tagged.byField.keys()].map((at) => [at, []]))
  for (const mention of mentions) byField.get(mention.at)?.push(mention)
  for (const [at, spans] of tagged.byField) {
    const there = (byField.get(at) ?? []).sort((a, b) => a.start - b.start)
    const taken = isTaken(at)
    for (const marked of spans) {
      const span = withoutPerson(at, marked)
      const all = there.filter((one) => one.start < span.end && span.start < one.end && !gone.has(one))
      // 独立建|国联|盟: a weak name that nothing has confirmed gives way.
      const touched = all.filter((one) => !isWeak(one) || (one.start >= span.start && one.end <= span.end))
      if (touched.length === 1 && touched[0]!.start === span.start && touched[0]!.end === span.end) {
        confirm(touched[0]!, span, knowledge.gazetteer)
        continue
      }
      if (!touched.every((one) => mayGrow(one) && one.start >= span.start && one.end <= span.end)) continue
      // What is taken and no mention is the bracket of a gloss, or a part of another word.
      if (touched.length === 0 && all.length === 0 && (taken(span.start) || taken(span.end - 1))) continue
      // 中国通讯设备公司|华为: what it is, in front of its name.
      if (
        touched.length === 0 &&
        ofClass.test(at.folded.slice(span.start, span.end)) &&
        there.some((one) => one.start === span.end)
      )
        continue
      const name = touched.length === 0 ? alone(at, withoutBranch(at, span), knowledge) : grown(at, span, touched, knowledge)
      if (name === null) continue
      for (const one of all) gone.add(one)
      added.push(name)
    }
  }
  return [...mentions.filter((one) => !gone.has(one)), ...added]
}

/** A name that is a word as often as a body's, and that nothing near it speaks for. */
export const isWeak = (mention: Mention): boolean =>
  mention.judgement === 'UNSURE' && mention.rule !== 'gloss' && mention.rule !== seen && mention.candidates.length === 1

/** Rule of a mention that the tagger marked, and nothing else. */
const seen = 'tagger'

const mayGrow = (mention: Mention): boolean => mention.kind === 'ORGANISATION' && mention.gloss === null

function confirm(mention: Mention, span: TaggedSpan, gazetteer: Gazetteer): void {
  if (mention.judgement !== 'UNSURE' || mention.candidates.length !== 1 || !han.test(mention.surface)) return
  const body = mention.body ?? gazetteer.bodies.get(mention.candidates[0]!)
  if (body === undefined) return
  const isTown = notNames.get(foldKey(mention.surface)) !== undefined
  const isElsewhere = body.kind === 'SPORTS' && !speaksOfSports(mention.at.folded)
  const least = isTown ? surestOfTown : mention.surface.length < 3 ? surestOfShort : surestOfWeak
  // 财富, 自然: what only the words around it could show to be a paper stays open.
  if (!mention.needsSupport || isElsewhere || span.confidence < least) {
    mention.rule = seen
    mention.confidence = Math.round(span.confidence * 100) / 100
    return
  }
  mention.judgement = 'POSITIVE'
  mention.body = body
  mention.candidates = []
  mention.confidence = 0.7
}

/** A longer name in place of those that it holds; null when these should stay, or the tagger is too unsure of it. */
function grown(at: Field, span: TaggedSpan, held: readonly Mention[], knowledge: Knowledge): Mention | null {
  const name = at.folded.slice(span.start, span.end)
  if (
    span.confidence < enough ||
    /[()（）]/.test(name) ||
    isMoreThanName.test(name) ||
    classInFront.test(name) ||
    twoNames.test(name)
  )
    return null
  // 国际特赦组织|因国安法关闭香港办公室: what holds a particle is a sentence.
  if (particles.test(at.folded.slice(held[0]!.end, span.end))) return null
  if (isPartOfAnotherWord(name, at.folded.slice(span.end, span.end + 16))) return null
  const first = held[0]!
  // 土耳其执政党|正义与发展党: what it is, and its name.
  // 川普抨击|民主党, 星空联盟 |Star Alliance: what somebody does to it, or its name in another language.
  const front = at.folded.slice(span.start, first.start)
  const isVerb = front !== '' && (wordBefore(front, front.length, 'verb') > 1 || /[称兼]$/.test(front))
  if (held.length === 1 && first.end === span.end && (hasClassNoun(front) || isVerb || front.endsWith(' '))) {
    confirm(first, span, knowledge.gazetteer)
    return null
  }
  // 巴州州议会|社民党: where a party sits, and the party.
  const last = held.at(-1)!
  if (name.endsWith('党') && last.end === span.end && inParliament.test(at.folded.slice(span.start, last.start))) {
    confirm(last, span, knowledge.gazetteer)
    return null
  }
  if (isVerb) return grown(at, { ...span, start: first.start }, held, knowledge)
  // 中国|推特, 美国俄勒冈州|民主党, 英|下议院: a place in front makes no other body.
  const isBehindPlace =
    held.length === 1 &&
    first.end === span.end &&
    (placeInFront(name) === first.start - span.start ||
      /^[英美俄韩德法日]$/.test(front) ||
      (name.endsWith('党') && startOfPlaces(at.folded, first.start, () => false) <= span.start))
  if (isBehindPlace && knowledge.gazetteer.find(name).length === 0) {
    confirm(first, span, knowledge.gazetteer)
    return null
  }
  // 佳士得|上海拍卖, 安德玛|服装: what stands behind must say that it is a body.
  const ending = endingOf(name)
  const isBody =
    branch.test(name) ||
    office.test(name) ||
    /[队厂店网]$/.test(name) ||
    (ending !== null && ending.ending.length <= span.end - first.end)
  // 平安|靠科|技: a word is cut.
  const isCut = (ending === null || ending.ending.length < 2) && isWordBeginningInside(at.folded, span.end)
  if (first.start === span.start && (isCut || (!isBody && span.confidence < enoughAlone))) {
    if (held.length === 1) confirm(first, { ...span, end: first.end }, knowledge.gazetteer)
    return null
  }
  const parent = first.judgement === 'POSITIVE' && first.start === span.start ? first.body : null
  const isParent = branch.test(name) || formOnly.test(at.folded.slice(first.end, span.end))
  const body = parent !== null && isParent ? parent : bodyOf(at, span, knowledge)
  return mentionOf(at, span, seen, 'POSITIVE', body)
}

/** 河岸医院|老军医汪明远: who works there is no part of the name. */
function withoutPerson(at: Field, span: TaggedSpan): TaggedSpan {
  const person = withCalling.exec(at.folded.slice(span.start, span.end))
  return person === null ? span : { ...span, end: span.end - person[0].length }
}

const withCalling = new RegExp(
  `(?<=^.{2,}(?:医院|大学|学院|学校|中学|公司|集团|银行|研究所|研究院|协会|学会|基金会|委员会))(?:老|前|原|副|名誉|首席|主任)*(?:军医|医生|医师|护士|教授|主任|院长|校长|所长|会长|研究员|记者|律师|总裁|经理|董事长|主席|发言人|学者|专家|工程师|博士|老师|学生)[${surnameCharacters}]\\p{Script=Han}{1,2}$`,
  'u',
)

/** 空中客机集团|英国分公司: a branch of a body is that body, whether it is known or not. */
function withoutBranch(at: Field, span: TaggedSpan): TaggedSpan {
  const name = at.folded.slice(span.start, span.end)
  // 遗产彩票基金会|等文化基金会
  const list = name.search(restOfList)
  if (list >= 4) return { ...span, end: span.start + list }
  const length = ofBranch.exec(name)?.[0].length ?? 0
  const end = span.end - length
  const front = end - placeBefore(at.folded, end)
  return length > 0 && front - span.start >= 4 && endingOf(at.folded.slice(span.start, front)) !== null
    ? { ...span, end: front }
    : span
}

function alone(at: Field, span: TaggedSpan, knowledge: Knowledge): Mention {
  const name = at.folded.slice(span.start, span.end)
  const ending = endingOf(name)
  const hasEnding =
    party.test(name) ||
    (ending !== null && ending.ending.length >= 2 && name.length >= ending.ending.length + 2) ||
    office.test(name)
  // 电商平台|美菜网, 收购|美菜网: the words around it speak for it as well.
  const isSaid = han.test(name) && isActing(at.folded, span.start, span.end)
  const isNamed = knowledge.gazetteer.find(name).some((one) => !one.isWeak) || !isGeneric(name)
  const isSure =
    name.length >= 3 &&
    span.confidence >= (!han.test(name) ? surestOfLatin : isSaid ? enough : hasEnding ? surestWithEnding : surest) &&
    (hasEnding || !/^[a-z0-9]+ /.test(name)) &&
    isNamed &&
    !oneOfMany.test(at.folded.slice(Math.max(0, span.start - 3), span.start)) &&
    !(isFirstName(at.text.slice(span.start, span.end)) || isNoBody(at.text.slice(span.start, span.end))) &&
    !(!han.test(name) && ofThings.test(at.folded.slice(span.end, span.end + 6))) &&
    !classInFront.test(name) &&
    !twoNames.test(name) &&
    !isCalledAsTrade(name) &&
    !/^[^(]*\)/.test(name) &&
    !endsInPerson(name) &&
    (hasEnding || (!otherEnding.isAtEnd(name) && notNames.get(name) === undefined)) &&
    !isPartOfAnotherWord(name, at.folded.slice(span.end, span.end + 16))
  return mentionOf(at, span, seen, isSure ? 'POSITIVE' : 'UNSURE', isSure ? bodyOf(at, span, knowledge) : null)
}

function bodyOf(at: Field, { start, end }: TaggedSpan, knowledge: Knowledge): Body {
  return knowledge.resolveName(at.text.slice(start, end), kindOf(at.folded.slice(start, end), null))
}

function mentionOf(
  at: Field,
  { start, end, confidence }: TaggedSpan,
  rule: string,
  judgement: 'POSITIVE' | 'UNSURE',
  body: Body | null,
): Mention {
  return { ...organisation(at, start, end, rule, Math.round(confidence * 100) / 100, body), judgement }
}
