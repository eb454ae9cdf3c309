import { expect, test } from '@jest/globals'
import { load } from 'cheerio'
import fc from 'fast-check'
import { parseDocument } from '../../src/archive/parse-document.ts'
import type { ParsedArticle } from '../../src/archive/parsed-article.ts'
import { storable } from '../../src/database/binary-types.ts'
import { readFixtures } from '../support/read-fixtures.ts'

/** A failing run prints its seed: FUZZ_SEED=… runs the same documents again. */
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2_147_483_647)
const runs = Number(process.env['FUZZ_RUNS'] ?? 5000)

const fixtures = readFixtures().map(({ text }) => text)
const fragments = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" jAvAsCrIpT&colon;alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '<svg><title><style><img src=x onerror=y></style></title></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=y>',
  '<iframe src="//e.example"></iframe>',
  '<form action="/x"><input name="y"><button>z</button></form>',
  '<p style="background:url(javascript:x)" onclick="x()">y</p>',
  '<ruby>中文<rt>English</rt></ruby>',
  '<table><tr><td>a<td>b<tr><td>c</table>',
  '<div>'.repeat(300),
  '</div></p></b>',
  '<b><p><b><p>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&#0;&#xD800;&lt;script&gt;&amp;amp;',
  '\u2028译者：甲 校对：乙',
  '译者：[译者ID](https://github.com/译者ID)',
  '\n---\n',
  '\n```\n',
  '[a]: http://e.example/(x)\n',
  '\u0000',
  '\ud800',
  '\r',
  '   \t',
  '](',
  '<a href="http://e.example/" title="<b>">',
]

const position = fc.double({ min: 0, max: 1, noNaN: true })
const change = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: position,
    what: fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 12 })),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: position, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: position,
    length: fc.integer({ min: 1, max: 40 }),
    times: fc.integer({ min: 2, max: 200 }),
  }),
  fc.record({
    kind: fc.constant('splice' as const),
    at: position,
    from: fc.constantFrom(...fixtures),
    length: fc.integer({ min: 1, max: 400 }),
  }),
)
const document = fc.tuple(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 6 })).map(([text, changes]) =>
  changes.reduce((mutated, one) => {
    const at = Math.floor(one.at * mutated.length)
    if (one.kind === 'insert') return mutated.slice(0, at) + one.what + mutated.slice(at)
    if (one.kind === 'cut') return mutated.slice(0, at) + mutated.slice(at + one.length)
    if (one.kind === 'repeat')
      return mutated.slice(0, at) + mutated.slice(at, at + one.length).repeat(one.times) + mutated.slice(at)
    return mutated.slice(0, at) + one.from.slice(at % one.from.length, (at % one.from.length) + one.length) + mutated.slice(at)
  }, text),
)

const allowed = new Set(
  (
    'a abbr b bdi bdo blockquote br cite code del dfn em figcaption figure h1 h2 h3 h4 h5 h6 i img ins kbd li mark p pre q rp rt ruby s samp small ' +
    'strong sub sup table tbody td th time tr u var'
  ).split(' '),
)
const allowedAttributes: Record<string, string[]> = { a: ['href'], img: ['src', 'alt'] }

/**
 * Reads the HTML as it is stored with a parser that the reader does not use (parse5), as a browser would. Halves of pairs, of which
 * parse5 makes characters that there are not, stand in no stored text.
 */
function checkBlocks(article: ParsedArticle): void {
  const blocks = article.blocks.map(({ html, text }) => ({ html: storable(html), text: storable(text) }))
  const $ = load(
    `<body>${blocks.map(({ html }) => `<section>${html.startsWith('<li') ? `<ul>${html}</ul>` : html}</section>`).join('')}</body>`,
  )
  const sections = $('section').toArray()
  expect(sections).toHaveLength(blocks.length)
  for (const [index, section] of sections.entries()) {
    expect($(section).text()).toBe(blocks[index]!.text)
    for (const element of $(section).find('*').toArray()) {
      if (element.name === 'ul') continue
      expect(allowed).toContain(element.name)
      for (const [name, value] of Object.entries(element.attribs)) {
        expect(allowedAttributes[element.name] ?? []).toContain(name)
        if (name !== 'alt') expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript|file):/i)
      }
    }
  }
}

test(`${runs} damaged documents: none throws, hangs, is lost or is stored with unsafe markup (FUZZ_SEED=${seed})`, () => {
  fc.assert(
    fc.property(document, (text) => {
      const { article, problems } = parseDocument(text, 'fuzz/document.md')
      // Kept, or an ERROR that says why not.
      expect(article === null).toBe(problems.some(({ severity }) => severity === 'ERROR'))
      for (const problem of problems) {
        expect(problem.code).toMatch(/^[A-Z][A-Z_]+$/)
        expect(problem.message.length).toBeGreaterThan(20)
      }
      if (article !== null) {
        expect(article.title.trim()).not.toBe('')
        expect(article.credits.every(({ name }) => name.trim() !== '')).toBe(true)
        checkBlocks(article)
      }
    }),
    { seed, numRuns: runs, endOnFailure: false },
  )
}, 600_000)
