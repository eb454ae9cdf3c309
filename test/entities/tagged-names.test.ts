import { expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { article, entries, entry, keys } from './entries.ts'

const asked: string[] = []
/** Marks these names, as sure as it is told. */
const read = (sentence: string, name: string, confidence: number) =>
  createRecogniser(
    createGazetteer([
      ...entries,
      entry('fortune', '财富杂志', 'Fortune', 'MEDIA', 'US', '~财富'),
      entry('river-party', '清河党', 'River Party', 'POLITICAL_PARTY', 'DE'),
    ]),
    [],
    {
      tagger: (text) => {
        asked.push(text)
        const start = text.indexOf(name)
        return start < 0 ? [] : [{ start, end: start + name.length, kind: 'ORGANISATION', confidence }]
      },
    },
  ).recognise(article('标题', sentence))

test('a name of which the tagger is sure is a body, one of which it is not stays open', () => {
  expect(keys(read('今年青溪渡船总社停航。', '青溪渡船总社', 0.99))).toHaveLength(1)
  const { mentions, organisations } = read('今年青溪渡船总社停航。', '青溪渡船总社', 0.45)
  expect(organisations).toEqual([])
  expect(mentions).toMatchObject([{ surface: '青溪渡船总社', rule: 'tagger', judgement: 'UNSURE', candidates: [] }])
})

test('an office of a known body is that body', () => {
  expect(keys(read('中国银行青溪支行昨日开业。', '中国银行青溪支行', 0.99))).toEqual(['bank-of-china'])
  expect(keys(read('北约部队昨日离开。', '北约部队', 0.99))).toEqual(['nato'])
})

test('who works there is no part of a name', () => {
  const surfaces = (name: string) => read(`今天${name}来信。`, name, 0.99).mentions.map(({ surface }) => surface)
  expect(surfaces('青溪第七医院老军医汪明远')).toEqual(['青溪第七医院'])
  expect(surfaces('青溪专家研究院')).toEqual(['青溪专家研究院'])
})

test('a longer name that begins with a known one is a body of its own, unless it says only where or what part', () => {
  expect(keys(read('中国银行青溪研究院昨日开业。', '中国银行青溪研究院', 0.99))).not.toContain('bank-of-china')
  const { mentions } = read('中国银行青溪支行昨日开业。', '中国银行青溪支行', 0.99)
  expect(mentions.map(({ surface }) => surface)).toEqual(['中国银行青溪支行'])
})

test('a known name stays whole where the tagger sees less of it, or more of which it is unsure', () => {
  expect(read('中国银行上涨。', '银行上涨', 0.99).mentions.map(({ surface }) => surface)).toEqual(['中国银行'])
  expect(read('中国银行上涨。', '中国银行上涨', 0.2).mentions.map(({ surface }) => surface)).toEqual(['中国银行'])
})

test.each([
  ['谷歌公司上月搬家。', '谷歌公司', ['google']],
  ['美国谷歌上月搬家。', '美国谷歌', ['google']],
  ['前谷歌银行家开了一家店。', '谷歌银行', ['google']],
  ['谷歌经济学教授没有到场。', '谷歌经济学', ['google']],
  ['他昨天抨击谷歌。', '他昨天抨击谷歌', ['google']],
  ['软件公司谷歌搬家。', '软件公司谷歌', ['google']],
  ['美国国会清河党议员反对。', '美国国会清河党', ['river-party', 'us-congress']],
])('what only adds a place, a kind or a subject makes no other body: %s', (sentence, name, bodies) => {
  expect(keys(read(sentence, name, 0.99))).toEqual(bodies)
})

test('a weak name is the body that it may be where the tagger is sure, and a word where it sees nothing', () => {
  expect(keys(read('去年苹果搬到了河边的楼里。', '苹果', 0.95))).toEqual(['apple'])
  expect(read('去年苹果熟得很早。', '梨', 0.95).mentions).toEqual([])
})

test('a weak name that the tagger marks without being sure stays open with its body', () => {
  const { mentions, organisations } = read('去年苹果搬到了河边的楼里。', '苹果', 0.45)
  expect(organisations).toEqual([])
  expect(mentions).toMatchObject([{ surface: '苹果', judgement: 'UNSURE', candidates: ['apple'] }])
})

test('a paper called by a word is that word where neither its marks nor the tagger speak for it', () => {
  expect(read('去年财富增长了三成。', '没有', 0.95).mentions).toEqual([])
  expect(read('去年财富增长了三成。', '财富', 0.95).mentions).toMatchObject([{ surface: '财富', judgement: 'UNSURE' }])
})

test('what the tagger finds in the bracket of a gloss is no second name', () => {
  const { mentions } = read('青溪渡船总社(Qingxi Ferry Company)停航。', 'Qingxi Ferry Company', 0.99)
  expect(mentions.map(({ surface, gloss }) => [surface, gloss])).toEqual([['青溪渡船总社', 'Qingxi Ferry Company']])
})

test('a name by its ending needs a clean beginning, and the tagger to see it too', () => {
  const sentence = '病人被送往白鹭洲医院，两天后出院。'
  expect(read(sentence, '白鹭洲医院', 0.5).organisations.map(({ name }) => name)).toEqual(['白鹭洲医院'])
  expect(read(sentence, '没有', 0.5).organisations).toEqual([])
})

test('a name that says only what kind of body it is stays open, however sure the tagger is', () => {
  expect(read('地方政府昨日表示反对。', '地方政府', 0.99).organisations).toEqual([])
  expect(read('挪威联赛昨日表示反对。', '挪威联赛', 0.99).organisations).toEqual([])
  expect(read('它受私人利益集团影响。', '私人利益集团', 0.99).organisations).toEqual([])
  expect(read('陈述已提交法院。', '提交法院', 0.99).organisations).toEqual([])
  expect(read('他会见了挪威贸易代表莱特曼。', '挪威贸易代表莱特曼', 0.99).organisations).toEqual([])
})

test.each([
  '挪威水路通讯社',
  '奥地利期货交易所',
  '挪威铁路集团',
  '挪威国有航空公司',
  '挪威海关',
  '挪威联邦渔业局',
  '宜春商业银行',
  '江西信托',
  '宜春建筑集团',
  '宜春农业股份有限公司',
  '非洲基金会',
  '法中委员会',
])('%s: of a place and a kind of which it has one, or registered, and a name', (name) => {
  expect(read(`${name}昨日表示反对。`, name, 0.9).organisations).toHaveLength(1)
})

test.each([
  '挪威公司',
  '挪威科技公司',
  '挪威铁路监管机构',
  '挪威基金会',
  '挪威银行',
  '挪威博物馆',
  '挪威政府',
  '欧洲公司',
  '行业协会',
])('%s: of which there are many, and none', (name) => {
  expect(read(`${name}昨日表示反对。`, name, 0.99).organisations).toEqual([])
})

test('in a text with many Latin names the tagger is asked only where a sentence holds the ending of a body', () => {
  asked.length = 0
  const latin = 'Foo Bar Baz Quux '.repeat(12)
  read(`${'这里说的是软件怎么用以及为什么要用它们的道理'.repeat(10)}。${latin}。青溪渡船总社停航。`, '青溪渡船总社', 0.9)
  expect(asked).toEqual(['青溪渡船总社停航。'])
})

test('words that end as bodies do are none, however sure the tagger is', () => {
  expect(keys(read('此话没有讽刺河中时局的意思。', '中时局', 0.9))).toEqual([])
  expect(keys(read('岛上有国军部队的士兵。', '国军部队', 0.9))).toEqual([])
  expect(keys(read('这是河国宪法序言所否定的主张。', '河国宪法序言所', 0.9))).toEqual([])
  expect(keys(read('Vita 大学时与母亲住在那里。', 'Vita 大学', 0.9))).toEqual([])
})

test('no longer name ends inside of a word, or holds 该', () => {
  expect(read('谷歌靠科技取胜。', '谷歌靠科', 0.6).mentions.map(({ surface }) => surface)).toEqual(['谷歌'])
  expect(read('谷歌怀疑该集团。', '谷歌怀疑该集团', 0.99).mentions.map(({ surface }) => surface)).toEqual(['谷歌'])
})

test('what closes a bracket that it does not open, and a jury, are no names', () => {
  expect(read('小橙(Cheng)学会了下棋。', 'Cheng)学会', 0.99).organisations).toEqual([])
  expect(read('昨天青溪州陪审团退庭。', '青溪州陪审团', 0.99).organisations).toEqual([])
  expect(keys(read('昨天青溪州渡船社停航。', '青溪州渡船社', 0.99))).toHaveLength(1)
})
