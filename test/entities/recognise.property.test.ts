import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { learn } from '../../src/entities/learn.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { foldText } from '../../src/text/fold-name.ts'
import { article, entries, entry, keys } from './entries.ts'

const gazetteer = createGazetteer(entries)
const recogniser = createRecogniser(gazetteer, [])

const pieces = [
  '谷歌(Google)', '微软', '亚马逊云计算', '台积电', '香港证监会(SFC)', '北约', '中国银行', '英国《金融时报》', '欧洲铁路协会(European Railway Association)',
  '卡罗琳•比格(Carolyn Bigg)', '比格', '央行', '日本', '表示', '宣布', '和', '、', '，', '。', '（合3亿美元）', 'Tolvanen', '软件公司', '被收购', '在Twitter上', '(', ')', '《', '》', '•', '😀', ' ', '的', '苹果',
] // biome-ignore format: a list of pieces
const sentence = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 25 })
  .map((parts) => parts.join(''))
const text = fc.tuple(sentence, fc.array(sentence, { maxLength: 4 })).map(([title, paragraphs]) => article(title, ...paragraphs))

describe('whatever the text', () => {
  test('mentions stand where they say, apart from one another, in order', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { mentions } = recogniser.recognise(given)
        const ends = new Map<string, number>()
        for (const { field, paragraph, start, end, surface } of mentions) {
          const whole = field === 'TITLE' ? given.title : given.paragraphs[paragraph]!
          expect(whole.slice(start, end)).toBe(surface)
          expect(end).toBeGreaterThan(start)
          const place = `${field}${paragraph}`
          expect(start).toBeGreaterThanOrEqual(ends.get(place) ?? 0)
          ends.set(place, end)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('counts are those of the mentions', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { mentions, organisations } = recogniser.recognise(given)
        for (const body of organisations)
          expect(mentions.filter((mention) => mention.kind === 'ORGANISATION' && mention.referent === body.key)).toHaveLength(
            body.mentionCount,
          )
      }),
    )
  })
})

test('a text names the same bodies in either script', () => {
  const toTraditional = Converter({ from: 'cn', to: 't' })
  const simplified = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => article('标题', parts.join('')))
  fc.assert(
    fc.property(simplified, (given) => {
      const traditional = {
        ...given,
        title: toTraditional(given.title),
        paragraphs: given.paragraphs.map((one) => toTraditional(one!)),
      }
      expect(keys(recogniser.recognise(traditional))).toEqual(keys(recogniser.recognise(given)))
    }),
    { numRuns: 200 },
  )
})

test('a gazetteer ten times larger finds the same in a text that names none of the others', () => {
  // Names that begin as known ones do, or hold them, and go on with a character that no text here has, or next to none.
  const rare = [...'龘靐齉麤驫爨籲鱻羴']
  const strangers = entries.flatMap(({ slug, nameZh, nameEn, aliases }) =>
    rare.map((unknown, i) => {
      const names = [nameZh, nameEn, ...aliases.map((alias) => alias.text)].filter((name) => name !== null)
      const name = names[i % names.length]!
      const cut = name.slice(0, 1 + (i % name.length))
      return {
        ...entry(`${slug}-${i}`, `${cut}${unknown}`, `${nameEn} ${unknown}`, 'COMPANY', 'ZZ'),
        aliases: [{ text: `${unknown}${name}` }],
      }
    }),
  )
  const larger = createRecogniser(createGazetteer([...strangers, ...entries]), [])
  fc.assert(
    fc.property(text, (given) => {
      const folded = foldText(given.title + given.paragraphs.join(''))
      fc.pre(!rare.some((one) => folded.includes(foldText(one))))
      expect(larger.recognise(given)).toEqual(recogniser.recognise(given))
    }),
    { numRuns: 200 },
  )
})

describe('lessons', () => {
  const archive = [
    article('一', '欧洲铁路协会(European Railway Association)成立。', '莱茵制药集团(Rhein Pharma Group)扩大生产。'),
    article('二', '欧洲铁道协会(European Railway Association)开会。', '社会民主联盟党(Social Union Party)败选。'),
    article('三', '莱茵医药集团（Rhein Pharma Group）与谷歌(Google)签约。', '南岛证券监管局(SRA)拒绝。'),
    article('四', '北岛铁路监管局(SRA)批准。', '社会联盟党(Social Union Party)获胜。'),
  ]
  const reading = article('五', '欧洲铁路协会、欧洲铁道协会、莱茵医药集团、南岛证券监管局和北岛铁路监管局都派了代表。')

  test('what one article glosses is known in all', () => {
    const taught = createRecogniser(
      gazetteer,
      archive.flatMap((one) => learn(one, gazetteer)),
    )
    const { organisations } = taught.recognise(reading)
    expect(organisations.map((body) => body.key)).toContain('european-railway-association')
    expect(organisations.find((body) => body.key === 'european-railway-association')?.forms).toEqual([
      '欧洲铁路协会',
      '欧洲铁道协会',
    ])
  })

  test('two bodies of one abbreviation are not mixed', () => {
    const taught = createRecogniser(
      gazetteer,
      archive.flatMap((one) => learn(one, gazetteer)),
    )
    const { organisations } = taught.recognise(reading)
    const [south, north] = ['南岛证券监管局', '北岛铁路监管局'].map(
      (form) => organisations.find((body) => body.forms.includes(form))?.key,
    )
    expect(south).toBeDefined()
    expect(north).toBeDefined()
    expect(south).not.toBe(north)
  })

  test('the order of documents does not matter', () => {
    const read = (order: readonly number[]) => {
      const taught = createRecogniser(
        gazetteer,
        order.flatMap((at) => learn(archive[at]!, gazetteer)),
      )
      return [reading, ...archive].map((one) => taught.recognise(one))
    }
    const expected = read([0, 1, 2, 3])
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        expect(read(order)).toEqual(expected)
      }),
    )
  })

  test('a name of two characters teaches nothing to other articles', () => {
    const lessons = learn(article('一', '消费品巨头青果(Qingguo Foods)上市。'), gazetteer)
    expect(lessons).toHaveLength(1)
    expect(keys(createRecogniser(gazetteer, lessons).recognise(article('二', '她喜欢青果。')))).toEqual([])
  })
})
