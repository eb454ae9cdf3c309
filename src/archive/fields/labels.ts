import { foldText } from '../../text/fold-name.ts'

/**
 * What a labelled line says: `译者：…` is TRANSLATOR. SOURCE_URL: an address that is the original's where no line says so in as many words. NOTICE: a line of the form that says nothing that is kept.
 */
export type Field =
  | 'AUTHOR'
  | 'TRANSLATOR'
  | 'PROOFREADER'
  | 'EDITOR'
  | 'SELECTOR'
  | 'ORIGINAL_URL'
  | 'SOURCE_URL'
  | 'ORIGINAL_TITLE'
  | 'PAGE_URL'
  | 'PUBLISHED_AT'
  | 'NOTICE'

/** Who does what stands before it; 着 is typed like 者. */
const who = '(?:人员|[者着人员])?'
/** Chinese labels of people, of two characters and more: these may stand in the middle of a line, behind another credit. */
const people = {
  AUTHOR: `(?:本文|原文|文章|原)?(?:作[者着]|著者|作家)|原[作著]|撰[文稿]${who}`,
  TRANSLATOR: `(?:本文|中文|译文)?(?:译[者着员]|[初一二]译|译文作者|翻译作者|(?:翻译|编译)${who})`,
  PROOFREADER: `(?:本文|译文)?(?:[校较矫][对队]|校正|审校|校审|校订|校稿|校验|校阅|校译|译审|审阅|审核|审稿)${who}|校者|[初一二三复终]校|终审`,
  EDITOR: `(?:责任|文字|本文)?编辑${who}|责编|(?:排版|发布|整理|定稿)${who}`,
  SELECTOR: `(?:选题|选文|推荐|组稿)${who}`,
}
const place = '(?:地址|[链连][接结]|网址|出处|来源|页面|url|link)'

/**
 * Labels as printed in credit lines, in simplified characters and lower case, without white space; a new kind of line is a word in this
 * table.
 */
const labels: Record<Field, string> = {
  AUTHOR: `${people.AUTHOR}|(?:original)?authors?|writers?|(?:written)?by`,
  TRANSLATOR: `${people.TRANSLATOR}|译|translators?|translated?by|translation`,
  PROOFREADER: `${people.PROOFREADER}|校|reviewers?|reviewedby|proofreaders?|proofread(?:by)?`,
  EDITOR: `${people.EDITOR}|editors?|editedby|publishers?|publishedby`,
  SELECTOR: `${people.SELECTOR}|collectors?|selectors?|(?:select|collect)edby`,
  ORIGINAL_URL:
    `(?:本文|英文|英语|外文|参考|[点查]看|阅读|点击|via)*原文(?:文章)?${place}*(?:[参请]?见|在此|在?这里|如下|via)?|英文${place}|(?:原始?|原[帖贴])${place}|` +
    '(?:本文|原文)?(?:编|翻)?译自|(?:via|vai|iva|avi)(?:url)?|orig(?:in|inal)(?:url|link|article|post)?',
  SOURCE_URL: `(?:引用|文章)${place}|[来稿文]源${place}?|(?:本文|原文)?(?:来|转|转载)自|出处|链接|from|source(?:url|link|article|post)?|link`,
  ORIGINAL_TITLE: '(?:英文|英语|原文?)(?:标题|题目|题|名)|originaltitle|subject',
  PAGE_URL: '(?:本文|译文)?永久(?:链接|地址)|(?:首发|已发布|发布于)(?:于|地址)?|(?:本文|译文)(?:链接|地址|网址)|permalink|url',
  PUBLISHED_AT: '(?:发布|发表)(?:时间|日期)|publish(?:ed(?:at)?|date)|pubdate',
  NOTICE: '译文(?:出自|来自|发布|首发)?|(?:本文|翻译|校对)?状态|授权|版权|出自|本文由|标签|分类|关键词|status|tags|categories',
}
/** A remark in brackets behind a label: 校对者（们）, translator(s), 原文地址（需翻墙）. */
export const remark = '[(（](?:s|[一-龥]{0,8})[)）]'
/** 译者们, 校对者（们）, 校对 2, 译者 ID. */
const ending = `(?:们|${remark})?(?:\\d|id)?`
/** Folding lowers the case of the patterns as well: they hold no escape that means another thing in capitals. */
const label = new RegExp(
  `^(?:${Object.entries(labels)
    .map(([field, pattern]) => `(?<${field}>${foldText(pattern)})`)
    .join('|')})${ending}$`,
)
/** Pattern of the labels that may stand behind another credit, for folded text. */
export const creditLabel = `(?:${foldText(Object.values(people).join('|'))})${ending}`

/** The fields that a printed label names, more than one for 翻译/校对; none for words that are no label. */
export function fieldsOfLabel(printed: string): readonly Field[] {
  let fields = known.get(printed)
  if (fields === undefined) {
    // An archive prints the same few labels again and again; a hostile one must not fill the memory.
    if (known.size > 1000) known.clear()
    fields = readFields(printed)
    known.set(printed, fields)
  }
  return fields
}

const known = new Map<string, readonly Field[]>()

function readFields(printed: string): Field[] {
  const folded = foldText(printed).replace(/[\s*_`]+/g, '')
  const whole = fieldOf(folded)
  if (whole !== null) return [whole]
  const parts = folded.split(/[/、&]|[和与及](?=.{2})/).map(fieldOf)
  return parts.length > 1 && parts.every((part) => part !== null) ? [...new Set(parts)] : []
}

function fieldOf(folded: string): Field | null {
  const groups = label.exec(folded)?.groups
  return groups === undefined ? null : (Object.keys(groups).find((field) => groups[field] !== undefined) as Field)
}
