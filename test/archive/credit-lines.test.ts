import { describe, expect, test } from '@jest/globals'
import { parseDocument } from '../../src/archive/parse-document.ts'
import type { CreditRole } from '../../src/archive/parsed-article.ts'

function credited(text: string, role: CreditRole): string[] | undefined {
  return parseDocument(text, 'credits.md')
    .article?.credits.filter((credit) => credit.role === role)
    .map(({ name }) => name)
}

const below = (credits: string) =>
  `标题\n====\n\n正文在这里。\n\n--------\n\nvia: http://example.org/a\n\n${credits}\n\n[a]: http://example.org/ann\n[b]：http://example.org/bo\n`
const above = (credits: string) => `> * 原文地址：[Title](https://example.org/a)\n${credits}\n\n# 标题\n\n正文在这里。\n`

describe('translators in the lines below a text', () => {
  test.each([
    ['译者：[ann](https://github.com/ann)', ['ann']],
    ['译者: [ann](https://github.com/ann) ', ['ann']],
    ['译者 ： [ann]( https://github.com/ann )', ['ann']],
    ['**译者：**[ann](https://github.com/ann)', ['ann']],
    ['* 译者：[ann][a]', ['ann']],
    ['译者：[ann][]', ['ann']],
    ['译者：[ann]', ['ann']],
    ['译者：ann', ['ann']],
    ['译者：@ann', ['ann']],
    ['翻译：[ann](https://github.com/ann)', ['ann']],
    ['译者：[ann][a]、[bo][b]', ['ann', 'bo']],
    ['译者：[ann][a]，[bo][b]', ['ann', 'bo']],
    ['译者：[ann][a], [bo][b]', ['ann', 'bo']],
    ['译者：[ann][a] & [bo][b]', ['ann', 'bo']],
    ['译者：[ann][a] / [bo][b]', ['ann', 'bo']],
    ['译者：[ann][a] 和 [bo][b]', ['ann', 'bo']],
    ['译者：[ann][a] [bo][b]', ['ann', 'bo']],
    ['译者：[ann][a][bo][b]', ['ann', 'bo']],
    ['译者：[吴一/toyi](https://github.com/toyi)', ['吴一/toyi']],
    ['译者：[Nick(Yi) Li](https://github.com/nick)', ['Nick(Yi) Li']],
    ['译者：[ann](https://github.com/译者ID) 校对：[bo](https://github.com/bo)', ['ann']],
    ['作者：[Cy Hall][a] 译者：[ann][a] 校对：[bo][b]', ['ann']],
    ['作者：[Cy Hall][a] \u2028译者：[ann][a] \u2028校对：[bo][b]', ['ann']],
    ['译者： ann \\<ann@example.org, QQ1\\> 校对：[bo][b]', ['ann']],
    ['译着：[ann](https://github.com/ann)', ['ann']],
    ['翻译人员：[ann](https://github.com/ann)', ['ann']],
    ['译者（见下）：[ann](https://github.com/ann)', ['ann']],
    ['**译**者：[ann](https://github.com/ann)', ['ann']],
    ['译者 [ann][a]', ['ann']],
    ['<sub>译者：[ann](https://github.com/ann)</sub>', ['ann']],
    ['译者：[ann](https://github.com/ann)&emsp;校对：[bo](https://github.com/bo)', ['ann']],
    ['译者：[ann][a] 本文由 [LCTT](https://example.org/) 原创翻译', ['ann']],
    ['译者：Ann Reed (River Inc.) https://example.org/ann', ['Ann Reed (River Inc.)']],
    ['译者：[译者1](https://github.com/x)', []],
    ['译者：张三、李四', ['张三', '李四']],
    ['【译者】[ann][a]', ['ann']],
    ['作者：Cy Hall译者：[ann][a]', ['ann']],
    ['译者：Ann Reed, Bo Hill and Cy Hall', ['Ann Reed', 'Bo Hill', 'Cy Hall']],
    ['`译者`：[ann](https://github.com/ann)', ['ann']],
    ['<b>译者</b>：<a href="https://github.com/ann" target="_blank">ann</a><br>', ['ann']],
    ['译者﹕[ann][a]', ['ann']],
    ['译者\\\\：\u200b[ann][a]', ['ann']],
    ['译者：[![ann](https://example.org/i.png)](https://github.com/ann)', ['ann']],
    ['译者（们）：[ann][a]、[bo][b]', ['ann', 'bo']],
    ['译者 ID：[ann][a]', ['ann']],
    ['初译：[ann][a]', ['ann']],
    ['译：[ann][a] 校：[bo][b]', ['ann']],
    ['译者 ann / 校对 bo', ['ann']],
    ['本文译自 [Title](http://example.org/b)，由 [ann][a] 翻译。', ['ann']],
    ['譯者們：[ann][a]、[bo][b]', ['ann', 'bo']],
    ['翻译 / 校对：[ann][a]', ['ann']],
    ['译者 [ann](https://github.com/ann)', ['ann']],
    ['译者；[ann](https://github.com/ann)', ['ann']],
    ['译者 [ann](https://github.com/ann) 校对 [bo](https://github.com/bo)', ['ann']],
    ['本文由 [Ann Reed](https://example.org/ann) 翻译，[bo](https://github.com/bo) 校对。', ['Ann Reed']],
    ['译文由张三、李四共同翻译', ['张三', '李四']],
    ['本文由 [LCTT](https://example.org/) 翻译', []],
    ['本文由编辑部根据公开资料翻译', []],
    ['译者 Ann', ['Ann']],
    ['译者 Ann 校对 bo', ['Ann']],
    ['* 翻译 Ann，校对 bo', ['Ann']],
    ['翻译 Linux', []],
    ['译者：\n\n[ann][a]、[bo][b]\n\n校对：[bo][b]', ['ann', 'bo']],
    ['译者：[ann](https://github.com/ann、[bo](https://github.com/bo)', ['ann', 'bo']],
    ['译者：Ann Reed (https://example.org/ann)、Bo https://example.org/bo', ['Ann Reed', 'Bo']],
    ['译者：[ann\\_r](https://github.com/ann_r)', ['ann_r']],
    ['译者：[译者ID](https://github.com/译者ID)', []],
    ['译者：[译者](https://github.com/)', []],
    ['译者：[unknown](https://github.com/unknown)', ['unknown']],
    ['译者：[unknown](https://example.org/)', []],
    ['译者：[](https://github.com/ann)', ['ann']],
    ['译者：[]()', []],
    ['译者：[_ann_](https://github.com/_ann_)', ['_ann_']],
    ['译者：[[ann](https://github.com/ann)]、[bo][b]', ['ann', 'bo']],
    ['译者：[ann](https://github.com/ann)。[bo](https://github.com/bo-the-second)', ['ann', 'bo']],
    ['译者：<ann>', ['ann']],
    ['译者：[安！](https://github.com/ann)、[🐱](https://github.com/bo)', ['安！', '🐱']],
    ['译者：<ann>、<bo>', ['ann', 'bo']],
    ['译者：Ann <ann@example.org>', ['Ann']],
    ['译者：ann bo-2', ['ann', 'bo-2']],
    ['译者：Ann Reed', ['Ann Reed']],
    ['作者：Cy Hall\n    译者：[ann][a]', ['ann']],
    ['译者：[ann][a]\n[LCTT](https://example.org/lctt) 原创翻译，[Linux中国](https://linux.cn/) 荣誉推出', ['ann']],
    ['译者：', []],
  ])('%s', (credits, names) => {
    expect(credited(below(credits), 'TRANSLATOR')).toEqual(names)
  })

  test.each([
    ['vai: http://example.org/b\n\n译者：ann'],
    ['转载自：http://example.org/b\n\n译者：ann'],
    ['本文由 [ann](https://github.com/ann) 翻译，[bo](https://github.com/bo) 校对。原文：http://example.org/b'],
    ['链接：http://example.org/c\n\nvia: http://example.org/b\n\n译者：ann'],
    ['译者：[ann](https://github.com/ann) 校对：[bo](https://github.com/bo) via: http://example.org/b'],
    ['译者：ann 原文：[Title](http://example.org/b)'],
    ['via:\n\n- http://example.org/b\n\n译者：ann'],
    ['[via]: http://example.org/b\n\n译者：ann'],
    ['via: http://example.org/b\\\n译者：ann\\'],
    ['via: http://example.org/b（英文）\n\n译者：ann'],
    ['作者：Ann Reed，[原文链接](http://example.org/b)，原文日期：2015-09-21\n译者：[ann][a]；定稿：[bo][b]'],
    ['参考原文：http://example.org/b\n\n译者：ann'],
    ['原文在此：http://example.org/b\n\n译者：ann'],
    ['[阅读原文](http://example.org/b)\n\n译者：ann'],
    ['本文译自 <http://example.org/b>，由 ann 翻译。'],
    ['本文由 [ann](https://github.com/ann) 翻译自 [Title](http://example.org/b)。'],
  ])('%s names the original', (credits) => {
    const text = `标题\n====\n\n正文在这里。\n\n--------\n\n${credits}\n`
    expect(parseDocument(text, 'credits.md').article?.original?.url).toBe('http://example.org/b')
  })

  test('what stands above a rule is text where the credits below it say the same', () => {
    const { article } = parseDocument(
      '# 标题\n\n正文在这里。\n\n来源：http://example.org/c\n\n----\n\nvia: http://example.org/a\n\n译者：[ann][a]\n',
      'a.md',
    )
    expect(article?.original?.url).toBe('http://example.org/a')
    expect(article?.blocks.at(-1)?.text).toBe('来源：http://example.org/c')
  })

  test('any number of addresses may stand below them', () => {
    const addresses = Array.from({ length: 60 }, (_, at) => `${at + 1}. https://example.org/${at}\n[x${at}]: page.${at}`)
    expect(credited(`${below('译者：[ann][a]')}\n${addresses.join('\n')}\n`, 'TRANSLATOR')).toEqual(['ann'])
  })

  test('a source below them, in an advertisement, is not the original', () => {
    const text = `${below('译者：[ann][a]')}\n----\n\n来源：[河边日报](http://example.org/ad)\n`
    expect(parseDocument(text, 'a.md').article?.original?.url).toBe('http://example.org/a')
  })

  test('a list of links at the end of a text names none that the credits above it name', () => {
    const text = `${above('> * 译者：[ann](https://github.com/ann)')}\n* 作者：[Cy](https://example.org/cy)\n* 译者：[dee](https://github.com/dee)\n`
    expect(credited(text, 'TRANSLATOR')).toEqual(['ann'])
  })

  test('a remark above the fields hides none of them', () => {
    const text =
      '正在翻译。\n\n[#]: subject: (A Title)\n[#]: via: (http://example.org/a)\n[#]: translator: (ann)\n\n# 标题\n\n正文在这里。\n'
    expect(credited(text, 'TRANSLATOR')).toEqual(['ann'])
    expect(parseDocument(text, 'a.md').article?.original?.title).toBe('A Title')
  })

  test('the credits below a text count before the fields of the form above it', () => {
    expect(credited(`[#]: translator: (bo)\n${below('译者：[ann][a]')}`, 'TRANSLATOR')).toEqual(['ann'])
  })

  test.each([['[#]: translator: (ann)\\'], ['[#]: translator: ann)'], ['[#]: translator: (ann']])('%s names ann', (field) => {
    expect(credited(`${field}\n[#]: subject: (Title)\n\n# 标题\n\n正文在这里。\n`, 'TRANSLATOR')).toEqual(['ann'])
  })

  test('a placeholder below gives way to the name in the fields above', () => {
    const text = `[#]: reviewer: (bo)\n${below('校对：[校对者ID](https://github.com/校对者ID)')}`
    expect(credited(text, 'PROOFREADER')).toEqual(['bo'])
  })

  test('a placeholder is nobody, and is reported where no name stands for it', () => {
    const text = below('译者：[ann][a] 校对：[校对者ID](https://github.com/校对者ID)')
    expect(credited(text, 'PROOFREADER')).toEqual([])
    expect(parseDocument(text, 'credits.md').problems).toContainEqual(
      expect.objectContaining({ severity: 'NOTE', code: 'PLACEHOLDER_CREDIT', place: 'proofreader' }),
    )
    const named = parseDocument(`[#]: reviewer: (bo)\n${text}`, 'credits.md')
    expect(named.problems.map(({ code }) => code)).not.toContain('PLACEHOLDER_CREDIT')
  })

  test.each([
    ['译者：[译者](https://github.com/)', 'PLACEHOLDER_CREDIT', 'translator'],
    ['译者：[选题ID](https://github.com/)', 'PLACEHOLDER_CREDIT', 'translator'],
    ['译者：你猜？！', 'UNREADABLE_CREDIT', 'translator'],
    ['译者：ann\n原文：[A Title](ttps:/example)', 'UNREADABLE_CREDIT', 'original'],
  ])('%s is reported as %s', (credits, code, place) => {
    const { problems } = parseDocument(`标题\n====\n\n正文在这里。\n\n----\n\n${credits}\n`, 'a.md')
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'NOTE', code, place }))
  })

  test.each([['译者：无'], ['译者：[]()'], ['译者：'], ['译者：ann']])('%s is nothing to report', (credits) => {
    expect(parseDocument(below(credits), 'a.md').problems.map(({ place }) => place)).not.toContain('translator')
  })

  test('a note on the author between two credits stays in the text', () => {
    const { article } = parseDocument(
      '# 标题\n\n正文在这里。\n\n----\n\nvia: http://example.org/a\n\n作者简介：\n\n某人住在河边，喜欢写作。\n\n译者：[ann][a]\n',
      'a.md',
    )
    expect(article?.original?.url).toBe('http://example.org/a')
    expect(article?.blocks.at(-1)?.text).toBe('某人住在河边，喜欢写作。')
  })

  test('a sentence that begins with the word of a credit is none', () => {
    const text = '# 标题\n\n正文在这里。\n\n翻译 [Foo](https://example.org/foo) 的文档要花三年。\n'
    expect(credited(text, 'TRANSLATOR')).toEqual([])
  })

  test('a list of sentences about people is no list of credits', () => {
    const text = '# 标题\n\n正文在这里。\n\n* 作者：甲是河边的一名工程师，他写了这本书。\n* 译者：[乙](https://example.org/2)\n'
    expect(credited(text, 'AUTHOR')).toEqual([])
  })

  test('an author named in a listing is no credit', () => {
    expect(credited(`# 标题\n\n正文在这里。\n\n\`\`\`\nAuthor: Nobody\n译者：没人家\n\`\`\`\n`, 'TRANSLATOR')).toEqual([])
  })
})

describe('proofreaders in the list above a text', () => {
  test.each([
    ['> * 校对者：[ann](https://github.com/ann)，[bo](https://github.com/bo)', ['ann', 'bo']],
    ['* 校对者:[ann](https://github.com/ann),[bo](https://github.com/bo)', ['ann', 'bo']],
    ['> - **校对者**：[ann](https://github.com/ann) [bo](https://github.com/bo)', ['ann', 'bo']],
    ['> * 校对者：[ann (Ann Reed)](https://github.com/ann)、[bo](https://github.com/bo', ['ann (Ann Reed)', 'bo']],
    ['> * 校对者：\n> * [ann](https://github.com/ann)\n> * [bo](https://github.com/bo)', ['ann', 'bo']],
    ['> * 校对者：[ann](https://github.com/ann),\n> * [bo](https://github.com/bo)', ['ann', 'bo']],
    ['> * 校对者：\n>   * [ann](https://github.com/ann)\n>   * [bo](https://github.com/bo)', ['ann', 'bo']],
    ['> | 校对者 | [ann](https://github.com/ann) |', ['ann']],
    ['> * 校队者：[ann](https://github.com/ann)', ['ann']],
    ['> * 校对着：[ann](https://github.com/ann)', ['ann']],
    ['<!-- 校对 -->\n> * 校对者：[ann](https://github.com/ann)', ['ann']],
    ['* 校对者：[ann](https://github.com/ann)\n> * [第一篇](https://example.org/1)', ['ann']],
    ['> * 校对者：', []],
    ['> * 校对者：待定', []],
  ])('%s', (credits, names) => {
    expect(credited(above(credits), 'PROOFREADER')).toEqual(names)
  })

  test.each([['> * 推荐理由：值得一读。'], ['> 本文是系列的第一篇'], ['> * [第一篇](https://example.org/1)']])(
    '%s may stand among them, and stays in the text',
    (line) => {
      const text = above(`${line}\n> * 校对者：[bo](https://github.com/bo)`)
      expect(credited(text, 'PROOFREADER')).toEqual(['bo'])
      expect(parseDocument(text, 'a.md').article?.blocks).toHaveLength(2)
    },
  )

  test('a few lines may stand above them, and stay in the text', () => {
    const text = `> 图片来自河边。\n\n${above('> * 校对者：[bo](https://github.com/bo)')}`
    expect(credited(text, 'PROOFREADER')).toEqual(['bo'])
    expect(parseDocument(text, 'a.md').article?.blocks.map((block) => block.text)).toEqual(['图片来自河边。', '正文在这里。'])
  })

  test('only the linked name of 本文已获原作者 … 授权 is the author', () => {
    expect(credited(above('> * 原文作者：本文已获原作者 [Ann Reed](https://example.org/ann) 授权'), 'AUTHOR')).toEqual([
      'Ann Reed',
    ])
  })
})

describe('originals', () => {
  test.each([
    ['> * 原文地址：[A [b] c](https://example.org/x_(y))', 'https://example.org/x_(y)', 'A [b] c'],
    ['> * 原文链接 : [A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['> * 原文链接: ：[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['via：https://example.org/x', 'https://example.org/x', null],
    ['原文：<https://example.org/x>', 'https://example.org/x', null],
    ["via: https://example.org/it's_x[1]!", "https://example.org/it's_x[1]!", null],
    ['*via: https://example.org/x*', 'https://example.org/x', null],
    ['> * 原文标题：[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['> * 原文地址：A Title（https://example.org/x）', 'https://example.org/x', 'A Title'],
    ['来自: [原文链接](https://example.org/x)', 'https://example.org/x', null],
    ['via https://example.org/x', 'https://example.org/x', null],
    ['via:\nhttps://example.org/x\n', 'https://example.org/x', null],
    ['【原文地址】[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['> 原文地址/链接：[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['> * 原文地址（需翻墙）：[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['> * 原文链结：[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['![](https://example.org/i.png)\n\n<blockquote>\n\n* 原文鏈接：[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['---\n\n> * 原文地址：[A](https://example.org/x)', 'https://example.org/x', 'A'],
    ['| 项目 | 内容 |\n|---|---|\n| 原文地址 | [A](https://example.org/x) |', 'https://example.org/x', 'A'],
  ])('%s', (line, url, title) => {
    const { article } = parseDocument(`${line}\n* 译者：[ann](https://github.com/ann)\n\n# 标题\n\n正文在这里。\n`, 'original.md')
    expect(article?.original).toMatchObject({ url, title, provenance: 'DECLARED' })
  })

  test.each([['首发于：'], ['已发布：'], ['本文永久链接：']])('%s names the page', (label) => {
    const { article } = parseDocument(`${label}https://example.org/page\n\n${below('译者：[ann][a]')}`, 'a.md')
    expect(article?.url).toBe('https://example.org/page')
    expect(article?.original?.url).toBe('http://example.org/a')
    const column = parseDocument(`${label}[钟的专栏](https://example.org/column)\n\n${below('译者：[ann][a]')}`, 'a.md')
    expect(column.article?.url).toBeNull()
  })

  test('a line for the title counts before the text of the link', () => {
    const text =
      '[#]: subject: (A Title)\n\n# 标题\n\n正文在这里。\n\n----\n\nvia: [example.org](http://example.org/a)\n\n译者：ann\n'
    expect(parseDocument(text, 'a.md').article?.original).toMatchObject({ url: 'http://example.org/a', title: 'A Title' })
  })

  test('an FT story without a translator has none', () => {
    const story = (end: string) =>
      `<!--1594000000000-->\n[题](https://cn.ft.com/story/001099903)\n---\n<div><p>正文在这里。</p><p>第二段。</p>${end}</div>`
    expect(parseDocument(story(''), 'a.md').article?.original).toBeNull()
    expect(parseDocument(story('<p>翻译：沈一舟</p>'), 'a.md').article?.original?.url).toBe(
      'https://cn.ft.com/story/001099903/en',
    )
  })

  test.each([
    ['译者/沈一舟、陆青', ['沈一舟', '陆青']],
    ['译者 / 沈一舟', ['沈一舟']],
    ['（译者/沈一舟）', ['沈一舟']],
    ['译者/沈一舟　编辑/陆青', ['沈一舟']],
    ['<b>翻译：沈一舟，Ziyu Lin</b>', ['沈一舟', 'Ziyu Lin']],
    ['译者｜和风', ['和风']],
    ['译者丨和风 編輯丨陆青', ['和风']],
    ['翻译/校对：和风', ['和风']],
    ['译者/和风。', ['和风']],
    ['译者 和风', ['和风']],
    ['本文译者和风、沈一舟', ['和风', '沈一舟']],
    ['（沈一舟译）', ['沈一舟']],
    ['——沈一舟 译', ['沈一舟']],
    ['沈一舟/译', ['沈一舟']],
    ['（沈一舟翻译）', ['沈一舟']],
    ['他们都笑了。译者/沈一舟', ['沈一舟']],
    ['他们都笑了。（沈一舟译）', ['沈一舟']],
    ['（机器翻译）', []],
    ['（谷歌翻译）', []],
    ['他们都笑了。（机器翻译）', []],
    ['意译', []],
  ])('an FT story that ends with %s names its translators', (line, names) => {
    expect(
      credited(
        `<!--1594000000000-->\n[题](https://cn.ft.com/story/001099903)\n---\n<div><p>正文在这里。</p><p>第二段。</p><p>${line}</p></div>`,
        'TRANSLATOR',
      ),
    ).toEqual(names)
  })

  test('the translator of a book under review is no translator of the article', () => {
    const page =
      '<!--1594000000000-->\n[题](https://books.example/1)\n---\n<p>正文在这里。</p><p>第二段。</p><p>作者：沈一舟</p><p>译者：陆青</p><p>出版社：河边出版社</p>'
    expect(parseDocument(page, 'a.md').article?.credits).toEqual([])
  })
})
