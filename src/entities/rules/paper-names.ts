import type { Field } from '../fields.ts'
import { neverInside, wordBefore } from '../words/boundaries.ts'
import { isGeneric } from '../words/generic.ts'
import { notNames } from '../words/places.ts'
import { WordFinder } from '../words/word-lists.ts'

/** A paper, a magazine, a site or a broadcaster that no list holds, told by what is said of the press: 《环球人物》记者, 据大皖新闻报道. */
export interface PaperName {
  start: number
  end: number
}

const han = /\p{Script=Han}/u
const longestTitle = 12

/** Behind the mark that closes the title of something that has a staff, an issue or a page. */
const behindPaper =
  /^》(?:的|上)?(?:特约|资深|驻\p{Script=Han}{1,5}|前|副|执行)?(?:记者|通讯员|主编|总编|副总编|总编辑|编辑部|编委|编辑(?!的)|撰稿人|社论|社评|评论员|评论版|专栏|头版|周末版|海外版|杂志|周刊|双周刊|月刊|双月刊|季刊|期刊|学报|报社|报业|网站\d+月|中文网|公众号|\d{4}年?第\d+期|第\d+期|\d+月\d+日(?:报道|报导|刊)|\d+日(?:报道|报导|刊)|报道(?:称|说|，|。)|刊(?:登|发|文|载)|载文|发文|撰文)/u

/** In front of the mark that opens it. */
const beforePaper =
  /(?:(?<!根)据(?!悉)|接受|告诉|刊登在|刊登于|刊于|刊载于|刊载在|发表于|发表在|供职于|任职于|就职于|主编的?|创办的?|创办了|订阅|稿于|投稿给)[\p{Script=Han}]{0,4}《$/u

export const press = new WordFinder(
  '新闻网 新闻社 新闻周刊 新闻台 新闻 新闻频道 新闻客户端 日报 晚报 晨报 早报 时报 周报 商报 快报 导报 都市报 青年报 邮报 先驱报 论坛报 电讯报 纪事报 观察报 信使报 通讯社 电视台 卫视 广播电台 电台 电视网 广播公司 周刊 月刊 杂志 财经网 在线 传媒 之声 视频 中文网'.split(
    ' ',
  ),
)
/** 大皖新闻|报道, 红星新闻|记者 */
const reports = /^(?:(?:\d+年)?\d+月\d+日)?(?:的)?(?:特约|首席)?(?:记者|报道|报导|消息|客户端(?:消息|报道)|援引|引述|的?采访|讯)/
/** 据|大皖新闻, 告诉|红星新闻: what stands in front, and the name. */
const reporter =
  /(?:据|据悉|援引|引述|告诉|接受|[，。；：“（(\s]|^)(?:当地媒体|媒体|官方媒体|网站|报纸|杂志)?(?<name>[\p{Script=Han}a-z0-9]{3,10})$/u
/** 本报讯, 外国新闻报道, 有关新闻报道: whichever it is. */
const anyPress =
  /^(?:本|该|另|各|一条|多家|有关|相关|国内|国外|外国|外地|当地|官方|主流|西方|海外|香港|台湾|美国|英国|日本|此前|随后|今天|昨天|最新|独家|新闻|电视|网络|一则|这则|每|早间|晚间|午间|我|由|在|从|对|被)/

/** 接受|欧洲广播一台|采访 */
const interview = /接受(?<name>[\p{Script=Han}a-z0-9]{3,12}?)(?:的|独家|电话|记者)*(?:采访|专访|访问|说|时说)/gu
const ofPress = /(?:台|社|报|网|刊|新闻|广播|电视|之声|在线|财经)$/

const paper = /^[\p{Script=Han}]{2,8}(?<![情海公警年季简捷通汇预财喜电战月举])报$/u

export function findPaperNames({ folded }: Pick<Field, 'folded'>, taken: (place: number) => boolean): PaperName[] {
  const names: PaperName[] = []
  const add = (start: number, end: number): void => {
    for (let place = start; place < end; place++) if (taken(place)) return
    names.push({ start, end })
  }
  for (let open = folded.indexOf('《'); open >= 0; open = folded.indexOf('《', open + 1)) {
    const end = folded.indexOf('》', open)
    if (end < 0) break
    const name = folded.slice(open + 1, end)
    if (name.length < 2 || name.length > longestTitle || /[《，。：、！？；]/.test(name)) continue
    const behind = folded.slice(end, end + 16)
    const before = beforePaper.exec(folded.slice(Math.max(0, open - 12), open + 1))
    // 《北港报》《潮汐时报》12日报道: what ends so is a paper, whatever stands behind it.
    if (paper.test(name)) {
      add(open + 1, end)
      continue
    }
    // 据《…》: a report, or a law.
    const isNamed = before !== null && (!before[0].startsWith('据') || /^》.{0,8}(?:报道|报导|消息|披露)/.test(behind))
    if (isNamed || behindPaper.test(behind)) add(open + 1, end)
  }
  for (let place = press.find(folded, 0); place >= 0; place = press.find(folded, press.end)) {
    const { end } = press
    if (!reports.test(folded.slice(end, end + 8))) continue
    // ，后据|大皖新闻|报道
    const name = reporter.exec(folded.slice(Math.max(0, end - 14), end))?.groups?.['name']?.replace(/^.*据悉?/, '')
    if (name === undefined || name.length <= end - place || !han.test(name)) continue
    if (anyPress.test(name) || isGeneric(name) || notNames.get(name) !== undefined) continue
    if (wordBefore(name, 2, 'function') > 1 || [...name].some((one) => neverInside.lengthAt(one, 0) > 0)) continue
    add(end - name.length, end)
  }
  for (const { index, groups } of folded.includes('接受') ? folded.matchAll(interview) : []) {
    const name = groups!['name']!
    const isAny = anyPress.test(name.replace(/^(?:美国|英国|日本|香港|台湾)(?=.{3})/, '')) || isGeneric(name)
    if (!ofPress.test(name) || isAny || [...name].some((one) => neverInside.lengthAt(one, 0) > 0)) continue
    add(index + 2, index + 2 + name.length)
  }
  return names
}
