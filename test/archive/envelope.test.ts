import { describe, expect, test } from '@jest/globals'
import { parseDocument } from '../../src/archive/parse-document.ts'

const body = '<div><p>正文在这里，河边的钟停了三天。</p><p>第二段也在这里。</p></div>'
const read = (text: string) => parseDocument(text, 'envelope.md').article

describe('the envelope above a story', () => {
  test.each([
    ['<!--1600000000000-->', '2020-09-13T12:26:40.000Z'],
    ['<!-- 1600000000 -->', '2020-09-13T12:26:40.000Z'],
    ['<!--1600000000000.0-->', '2020-09-13T12:26:40.000Z'],
    ['<!--1600000000000000-->', '2020-09-13T12:26:40.000Z'],
    ['<!--2020-09-13 20:26:40 +0800-->', '2020-09-13T12:26:40.000Z'],
    ['<!---86400000-->', '1969-12-31T00:00:00.000Z'],
    ['<!--pay wall 1: 0-->\n<!--1600000000000-->', '2020-09-13T12:26:40.000Z'],
    ['<!--1600000000000-->\n<!--pay wall 1: 0-->', '2020-09-13T12:26:40.000Z'],
  ])('%s is its time', (comment, time) => {
    const article = read(`${comment}\n[题目](https://example.org/a)\n------\n\n${body}`)
    expect(article).toMatchObject({ title: '题目', url: 'https://example.org/a' })
    expect(article?.publishedAt?.toISOString()).toBe(time)
  })

  test('blank lines may stand above its rule', () => {
    expect(read(`<!--1600000000000-->\n[题目](https://example.org/a)\n\n\n------\n\n${body}`)?.blocks).toHaveLength(2)
  })

  test.each([
    ['[[旧事]题目](https://example.org/a_(b))', '[旧事]题目', 'https://example.org/a_(b)'],
    ['[题 ](http://x.example/) 尾](https://example.org/a)', '题 ](http://x.example/) 尾', 'https://example.org/a'],
    ['[题 \\[一\\] &amp; &#39;二&#39;](https://example.org/?a=1&amp;b=2)', "题 [一] & '二'", 'https://example.org/?a=1&b=2'],
    ['**[题目](https://example.org/a)**', '题目', 'https://example.org/a'],
    ['[题目](<https://example.org/a>)', '题目', 'https://example.org/a'],
    ['[题\n目](https://example.org/a)', '题 目', 'https://example.org/a'],
    ['[题目](https://example.org/a\n)', '题目', 'https://example.org/a'],
    ['[题 👩‍💻](https://example.org/a)', '题 👩‍💻', 'https://example.org/a'],
  ])('%s is its title and address', (link, title, url) => {
    expect(read(`<!--1600000000000-->\n${link}\n------\n${body}`)).toMatchObject({ title, url })
  })
})

describe('the front matter above a story', () => {
  test.each([
    ['2020-09-13T12:26:40Z'],
    ['2020-09-13 20:26:40 +0800'],
    ['2020年9月13日 12:26:40'],
    ['2020年9月13日下午 12:26:40'],
    ['2020年9月13日12:26:40'],
    ['2020-09-13 12:26:40 PM'],
    ['2020-09-13, 12：26：40'],
    ['2020年9月13日（星期日）12:26:40'],
    ['2020年9月13日中午 12:26:40'],
    ['2020年9月13日晚 8:26:40 +0800'],
    ['"2020-09-13T05:26:40-07:00"'],
    ['Sun, 13 Sep 2020 12:26:40 GMT'],
    ['Sun Sep 13 2020 20:26:40 GMT+0800'],
    ['1600000000000'],
    ['2020-09-13 20:26:40 +8'],
    ['2020-09-13 20:26:40 GMT+8'],
    ['2020-09-13t12:26:40z'],
    ['2020年9月13日20时26分40秒 +0800'],
  ])('date: %s is its time', (date) => {
    const article = read(`---\ntitle: 题目\nfrom: https://example.org/a\ndate: ${date}\n---\n${body}`)
    expect(article?.publishedAt?.toISOString()).toBe('2020-09-13T12:26:40.000Z')
  })

  test.each([
    ['凌晨 12:30', '00:30'],
    ['清晨5点', '05:00'],
    ['上午 10:30', '10:30'],
    ['中午 1:30', '13:30'],
    ['下午3点5分', '15:05'],
    ['傍晚 6:30', '18:30'],
    ['晚8时30分', '20:30'],
    ['深夜 11:30', '23:30'],
    ['夜里 1:30', '01:30'],
    ['16时30分', '16:30'],
  ])('2020年9月13日%s is %s', (time, clock) => {
    const article = read(`---\ntitle: 题目\nfrom: https://example.org/a\ndate: 2020年9月13日${time}\n---\n${body}`)
    expect(article?.publishedAt?.toISOString()).toBe(`2020-09-13T${clock}:00.000Z`)
  })

  test('the midnight of an evening is of the next day', () => {
    const article = read(`---\ntitle: 题目\nfrom: https://example.org/a\ndate: 2020年9月13日晚上 12:30\n---\n${body}`)
    expect(article?.publishedAt?.toISOString()).toBe('2020-09-14T00:30:00.000Z')
  })

  test.each([
    ['author:\n  name: 沈一舟\n  url: https://example.org/s', ['沈一舟']],
    ['authors:\n  - name: 沈一舟\n    url: https://example.org/s\n  - name: "陆青"', ['沈一舟', '陆青']],
    ['"author": 沈一舟', ['沈一舟']],
    ['author: "\\u6c88\\U00004e00\\\n  \\u821f"', ['沈一舟']],
    ['author: "Ann\\\n  \\ Reed"', ['Ann Reed']],
  ])('%s is its author', (lines, names) => {
    const article = read(`---\ntitle: 题目\nurl: /a/\nsource: 某报\ncanonical_url: https://example.org/a\n${lines}\n---\n${body}`)
    expect(article).toMatchObject({ title: '题目', url: 'https://example.org/a' })
    expect(article?.credits.map(({ name }) => name)).toEqual(names)
  })

  test.each([
    ['translator: "[ann](https://github.com/ann)"\noriginalUrl: https://example.org/o', null],
    ['translatedBy: ann\noriginal: "[A Title](https://example.org/o)"', 'A Title'],
    ['译者: ann\n原文链接: https://example.org/o\n原标题: A Title', 'A Title'],
    ['translators: [ann]\noriginal:\n  title: A Title\n  url: https://example.org/o', 'A Title'],
    ['translator: ann\nsource_url: https://example.org/o\npublisher: 某报\nsubject: 钟\ntranslation: true', null],
  ])('%s: the keys are labels of credits', (lines, title) => {
    const article = read(`---\ntitle: 题目\nfrom: https://example.org/a\n${lines}\n---\n${body}`)
    expect(article?.credits.map(({ role, name }) => [role, name])).toEqual([['TRANSLATOR', 'ann']])
    expect(article?.original).toMatchObject({ url: 'https://example.org/o', title })
  })

  test.each([['2020-02-31'], ['2020-13-01'], ['2020-09-13 26:00'], ['1020-09-13']])('%s is no date', (date) => {
    const text = `---\ntitle: 题目\nfrom: https://example.org/a\ndate: ${date}\n---\n${body}`
    expect(read(text)?.publishedAt).toBeNull()
    expect(parseDocument(text, 'a.md').problems.map(({ code }) => code)).toContain('UNREADABLE_DATE')
  })

  test("Hexo's needs no rule above it", () => {
    const text = 'title: "题目"\ndate: 2020-09-13\ntags: [钟]\n\n---\n> 译者：[ann](https://github.com/ann)\n\n正文在这里。\n'
    const article = read(text)
    expect(article).toMatchObject({ title: '题目', publishedAt: new Date('2020-09-13T00:00:00Z') })
    expect(article?.credits.map(({ name }) => name)).toEqual(['ann'])
    expect(read(text.replace('tags: [钟]', '正文说钟。'))?.title).not.toBe('题目')
  })

  test("Hugo's is TOML", () => {
    const article = read(
      `+++\ntitle = "题目"\nfrom = 'https://example.org/a'\ndate = 2020-09-13T12:26:40Z\nauthors = ["Ann", "Bo"]\n+++\n${body}`,
    )
    expect(article).toMatchObject({ title: '题目', url: 'https://example.org/a' })
    expect(article?.publishedAt?.toISOString()).toBe('2020-09-13T12:26:40.000Z')
    expect(article?.credits.map(({ name }) => name)).toEqual(['Ann', 'Bo'])
  })

  test('it gives what an envelope leaves empty', () => {
    expect(read(`---\ntitle: 题目\nfrom: https://example.org/a\n---\n<!--1600000000000-->\n[]()\n------\n${body}`)).toMatchObject(
      {
        title: '题目',
        url: 'https://example.org/a',
      },
    )
  })

  test('one that was never closed ends where the envelope begins', () => {
    expect(read(`---\ntitle: 题目\n<!--1600000000000-->\n[题目](https://example.org/a)\n------\n${body}`)).toMatchObject({
      title: '题目',
      url: 'https://example.org/a',
    })
  })

  test('a rule above a text and another one far below it are none', () => {
    const text = `---\n\n# 题目\n\n正文在这里。\n\n注意: 河水很急。\n\n还有一段在这里。\n\n---\n\n完。\n`
    expect(read(text)?.blocks.map((block) => block.text)).toEqual([
      '正文在这里。',
      '注意: 河水很急。',
      '还有一段在这里。',
      '完。',
    ])
  })
})

test.each([
  ['<p>翻译：安宁、Harry Wong</p><p><a href="https://www.nytimes.com/x.html">点击查看本文英文版。</a></p>'],
  ['<p>本文根据时报<a href="https://www.nytimes.com/x.html">英文报道</a>节译。<br/>翻译：安宁，Harry Wong</p>'],
  ['<p>翻译：安宁、Harry Wong <a href="https://www.nytimes.com/x.html">点击查看本文英文版。</a></p>'],
])('a story of the New York Times that ends in %s', (end) => {
  const article = read(`<!--1600000000000-->\n[题目](https://cn.nytimes.com/world/x/)\n---\n${body}<p>第三段。</p>${end}`)
  expect(article?.original?.url).toBe('https://www.nytimes.com/x.html')
  expect(article?.credits.map(({ name }) => name)).toEqual(['安宁', 'Harry Wong'])
})

test('a page says when it was published', () => {
  const page = `<html><head><title>题目</title><meta property="article:published_time" content="2020-09-13T12:26:40Z"></head>${body}</html>`
  expect(read(page)?.publishedAt?.toISOString()).toBe('2020-09-13T12:26:40.000Z')
})

test('a text in Markdown stays one with a table full of line breaks', () => {
  const rows = Array.from({ length: 40 }, (_, at) => `| ${at} | 一行<br>又一行 |`).join('\n')
  expect(read(`# 题目\n\n正文在这里。\n\n| 数 | 字 |\n|---|---|\n${rows}\n`)).toMatchObject({ title: '题目' })
})

test('the advertisement of a feed ends a story of any publisher', () => {
  const advertisement = '<br><hr><div>获取更多RSS：<br><a href="https://feed.example">x</a></div><p>广告。</p>'
  const article = read(`<!--1600000000000-->\n[题目](https://example.org/a)\n------\n\n${body}${advertisement}`)
  expect(article?.blocks).toHaveLength(2)
})
