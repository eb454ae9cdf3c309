/** What a labelled line says: `译者：…` is TRANSLATOR. NOTICE: a line of the form that says nothing that is kept. */
export type Field =
  | 'AUTHOR'
  | 'TRANSLATOR'
  | 'PROOFREADER'
  | 'EDITOR'
  | 'SELECTOR'
  | 'ORIGINAL_URL'
  | 'ORIGINAL_TITLE'
  | 'PAGE_URL'
  | 'PUBLISHED_AT'
  | 'NOTICE'

/** Labels as printed in credit lines, in lower case and without white space; a new kind of line is a word in this table. */
const words: Record<Field, string> = {
  AUTHOR:
    '作者 原文作者 原作者 原著 原著者 原作 本文作者 文章作者 撰文 撰稿 作者们 作者名 author authors originalauthor writtenby by writer 原文作者名 作家',
  TRANSLATOR:
    '译者 翻译 编译 譯者 翻譯 編譯 译 譯 翻译者 翻譯者 翻译人 译文作者 本文译者 译者们 中文翻译 中文译者 翻译作者 translator translators translatedby translation 编译者',
  PROOFREADER:
    '校对 校对者 校對 校對者 校对人 校对员 审校 审校者 審校 校审 校订 校訂 校稿 校验 校阅 译审 审阅 审核 审稿 校 校译 校对们 reviewer reviewers reviewedby proofreader proofreaders proofreadby proofread',
  EDITOR:
    '编辑 編輯 责编 責編 责任编辑 責任編輯 编辑者 文字编辑 排版 发布 发布者 发布人 editor editors editedby publisher publishedby 整理',
  SELECTOR: '选题 選題 选题者 选题人 选文 推荐 推荐人 推荐者 collector selector selectedby collectedby',
  ORIGINAL_URL:
    'via from 原文 原文地址 原文链接 原文連結 原文鏈接 原文网址 原文網址 原文url 原文出处 原文出處 原文来源 原文來源 英文原文 英文链接 英文出处 原始链接 原始地址 原链接 原地址 原贴地址 原帖地址 来源 來源 来自 出处 出處 转自 译自 編譯自 编译自 本文来自 链接 source original originallink originalurl originalarticle originalpost sourceurl link viaurl 引用来源 来源地址 来源链接',
  ORIGINAL_TITLE: '原文标题 原文標題 原标题 原標題 英文标题 原题 原文题目 原文名 originaltitle subject',
  PAGE_URL: '本文永久链接 永久链接 永久鏈接 译文链接 译文地址 译文永久链接 本文链接 本文地址 本文网址 permalink url',
  PUBLISHED_AT: '发布时间 发表时间 發布時間 發表時間 发布日期 发表日期 publishedat publishdate pubdate published',
  NOTICE:
    '译文出自 译文来自 状态 狀態 本文状态 授权 版权 译文发布 译文首发 status 译文 出自 本文由 翻译状态 校对状态 标签 tags 分类 categories 关键词',
}

const fieldOf = new Map<string, Field>(
  Object.entries(words).flatMap(([field, list]) => list.split(' ').map((word) => [word, field as Field] as const)),
)

/** The field that a printed label names, or null for words that are no label. */
export function fieldOfLabel(label: string): Field | null {
  return fieldOf.get(label.replace(/[\s*_`]+/g, '').toLowerCase()) ?? null
}

/** Labels of people, longest first: the ones that may stand in the middle of a line, behind another credit. */
export const creditLabels = [...fieldOf]
  .filter(
    ([label, field]) =>
      ['AUTHOR', 'TRANSLATOR', 'PROOFREADER', 'EDITOR', 'SELECTOR'].includes(field) && /^[^a-z]{2,}$/.test(label),
  )
  .map(([label]) => label)
  .sort((a, b) => b.length - a.length)
