import { describe, expect, test } from '@jest/globals'
import { parseDocument } from '../../src/archive/parse-document.ts'

const envelope = '<!--1594000000000-->\n[题](https://page.example/1)\n------\n\n'
const codes = (text: string) => parseDocument(text, 'damaged.md').problems.map(({ code }) => code)

describe('a document that cannot be read is an ERROR that says what to do', () => {
  test.each([
    ['an empty file', '', 'EMPTY_DOCUMENT'],
    ['only white space', '\ufeff \n\n', 'EMPTY_DOCUMENT'],
    ['a binary file', 'PK\u0003\u0004\u0000\u0000', 'NOT_TEXT'],
    ['text in an unknown encoding', '\ufffd\ufffd\ufffd a \ufffd\ufffd', 'NOT_TEXT'],
    ['ten million characters', 'a'.repeat(10_000_001), 'TOO_LARGE'],
    ['no text under the title', envelope, 'MISSING_TEXT'],
    ['no title', '<p>只有一段很长的正文，没有标题。</p>', 'MISSING_TITLE'],
  ])('%s', (_, text, code) => {
    const { article, problems } = parseDocument(text, 'damaged.md')
    expect(article).toBeNull()
    expect(problems.find(({ severity }) => severity === 'ERROR')?.code).toBe(code)
  })
})

describe('anything else is kept', () => {
  test.each([
    ['no timestamp', '[题](https://page.example/1)\n---\n<p>正文。</p>', ['MISSING_PUBLISHED_AT']],
    ['no link', '<!--1594000000000-->\n# 题\n\n正文。', ['MISSING_URL']],
    ['nothing but a picture', `${envelope}<div><img src="https://page.example/1.jpg"></div>`, ['NO_PARAGRAPHS']],
    ['nothing but a film', `${envelope}<div><iframe src="https://film.example/1"></iframe></div>`, ['NO_PARAGRAPHS']],
    [
      'nothing but a lead',
      `${envelope.replace('page.example/1', 'cn.ft.com/story/001000001')}<div class="story-lead">引言。</div>`,
      ['NO_PARAGRAPHS'],
    ],
    ['unclosed tags', `${envelope}<div><p>一<b>二<p>三`, []],
    ['CRLF and a byte order mark', `\ufeff${envelope}<p>正文。</p>`.replaceAll('\n', '\r\n'), []],
  ])('%s', (_, text, expected) => {
    expect(parseDocument(text, 'damaged.md').article?.title).toBe('题')
    expect(codes(text)).toEqual(expected)
  })

  test.each([
    ['100,000 nested elements', `${envelope}${'<div>'.repeat(100_000)}正文`],
    ['paragraphs in list items without end', `${envelope}${'<p><li>'.repeat(50_000)}正文`],
    ['closing tags hidden in scripts', `${envelope}${'<div><script></div></script>'.repeat(30_000)}正文`],
    ['160,000 attributes', `${envelope}<p ${Array.from({ length: 160_000 }, (_, index) => `a${index}=b`).join(' ')}>正文</p>`],
    ['60,000 siblings', `${envelope}${'<p>正文</p>'.repeat(60_000)}`],
    ['brackets by the thousand', `# 题\n\n${'![[]()'.repeat(50_000)}`],
    ['a table without end', `# 题\n\n${'a|b\n-|-\n'.repeat(40_000)}`],
    // Each of these held a pattern for minutes before its runs were bounded.
    ['white space within labels', `# 题\n\n正文\n\n${`译文${'\t'.repeat(2800)}x：\n`.repeat(20)}`],
    ['white space behind rules', `# 题\n\n正文\n\n---${' '.repeat(300_000)}x`],
    ['white space behind keys', `---\ntitle: 题\na${' '.repeat(90_000)}x\n---\n正文`],
    ['addresses run together', `# 题\n\n正文\n\n${`译者 ${'https://'.repeat(350)}、x\n`.repeat(20)}`],
    ['names and brackets', `# 题\n\n正文\n\n${`译者：http://a(${'a '.repeat(1400)})\n`.repeat(200)}`],
    ['links in tags', `# 题\n\n正文\n\n${`译者：${'<a href=x>'.repeat(280)}\n`.repeat(200)}`],
    ['a paragraph of one tag', `# 题\n\n正文 ${'<b>'.repeat(50_000)}`],
  ])(
    'hostile markup does not hold the reader: %s',
    (_, text) => {
      expect(parseDocument(text, 'hostile.md').article).not.toBeNull()
    },
    20_000,
  )

  test('a front matter that says something else than the envelope is a note, and the envelope counts', () => {
    const { article, problems } = parseDocument(
      `---\ntitle: 别的题\ndate: 2019-01-01T00:00:00Z\n---\n${envelope}<p>正文。</p>`,
      'a.md',
    )
    expect(article).toMatchObject({ title: '题', publishedAt: new Date(1594000000000) })
    expect(problems.map(({ severity, code, place }) => [severity, code, place])).toEqual([
      ['NOTE', 'FRONT_MATTER_DISAGREES', 'title'],
      ['NOTE', 'FRONT_MATTER_DISAGREES', 'date'],
    ])
  })
})

test('the sanitiser would change nothing of what is stored without it', async () => {
  const { sanitise } = await import('../../src/archive/html/sanitise.ts')
  const { readFixtures } = await import('../support/read-fixtures.ts')
  for (const { name, text } of readFixtures()) {
    for (const block of parseDocument(text, name).article?.blocks ?? []) expect(sanitise(block.html)).toBe(block.html)
  }
})
