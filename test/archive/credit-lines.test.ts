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
    ['译者：张三、李四', ['张三', '李四']],
    ['【译者】[ann][a]', ['ann']],
    ['作者：Cy Hall译者：[ann][a]', ['ann']],
    ['译者：Ann Reed, Bo Hill and Cy Hall', ['Ann Reed', 'Bo Hill', 'Cy Hall']],
    ['译者：[译者ID](https://github.com/译者ID)', []],
    ['译者：', []],
  ])('%s', (credits, names) => {
    expect(credited(below(credits), 'TRANSLATOR')).toEqual(names)
  })

  test('a placeholder below gives way to the name in the fields above', () => {
    const text = `[#]: reviewer: (bo)\n${below('校对：[校对者ID](https://github.com/校对者ID)')}`
    expect(credited(text, 'PROOFREADER')).toEqual(['bo'])
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
    ['> * 校对者：\n>   * [ann](https://github.com/ann)\n>   * [bo](https://github.com/bo)', ['ann', 'bo']],
    ['> | 校对者 | [ann](https://github.com/ann) |', ['ann']],
    ['> * 校对者：', []],
    ['> * 校对者：待定', []],
  ])('%s', (credits, names) => {
    expect(credited(above(credits), 'PROOFREADER')).toEqual(names)
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
    ['来自: [原文链接](https://example.org/x)', 'https://example.org/x', null],
  ])('%s', (line, url, title) => {
    const { article } = parseDocument(`${line}\n* 译者：[ann](https://github.com/ann)\n\n# 标题\n\n正文在这里。\n`, 'original.md')
    expect(article?.original).toMatchObject({ url, title, provenance: 'DECLARED' })
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
