import { describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import type { TextToRead } from '../../src/entities/recognition.ts'
import { article, entries, keys } from './entries.ts'

const gazetteer = createGazetteer(entries)
const empty = createRecogniser(createGazetteer([]), [])
const recogniser = createRecogniser(gazetteer, [])
const textOf = (text: TextToRead, field: string, paragraph: number): string =>
  field === 'TITLE' ? text.title : field === 'LEAD' ? text.lead! : text.paragraphs[paragraph]!

describe('glosses, with no gazetteer', () => {
  test.each([
    ['据报道，广告公司明河传意(Minghe Chuanyi)宣布裁员。', '明河传意', 'COMPANY'],
    ['他加入了总部设在里昂的北极星银行(Polaris Bank)。', '北极星银行', 'BANK'],
    ['一家律师事务所，即韦伯斯特律师事务所(Webster LLP)，代表原告。', '韦伯斯特律师事务所', 'LAW_FIRM'],
    ['报告由欧洲海洋观测协会（European Association for Ocean Observation）发布。', '欧洲海洋观测协会', 'ASSOCIATION'],
    ['她在兰博恩大学(Lambourn University)任教。', '兰博恩大学', 'UNIVERSITY'],
    ['他告诉《北境时报》(Northern Times)记者，一切照旧。', '北境时报', 'MEDIA'],
    ['枪手北极星银行(Polaris Bank)逃走了。', '北极星银行', 'BANK'],
    ['多年的竞争对手瓦尔坎能源集团(Valkan Energy Group)也已退出。', '瓦尔坎能源集团', 'COMPANY'],
    // Letters printed as a word.
    ['昨天，船舶研究和制造商协会(ShRMA)拒绝了。', '船舶研究和制造商协会', 'ASSOCIATION'],
    ['据国会说，全国高校经营管理者协会(Nacuro)在调查。', '全国高校经营管理者协会', 'ASSOCIATION'],
    ['政府没有表态。全国河流拨款委员会(Rivco)上月削减了预算。', '全国河流拨款委员会', 'GOVERNMENT'],
    ['河流保护中心(RCC)的数据显示，水位下降。', '河流保护中心', 'RESEARCH'],
    ['“学子公平”组织(Fair Learners)昨日起诉。', '学子公平', 'NGO'],
    // A house of a trade is no calling of a person.
    ['警方搜查了建筑集团阿尔瓦•洛佩拉(Alvar Lopera)的办公室。', '阿尔瓦•洛佩拉', 'COMPANY'],
  ])('%s', (sentence, name, kind) => {
    const { organisations } = empty.recognise(article('标题', sentence))
    expect(organisations.map((body) => [body.nameZh, body.kind])).toEqual([[name, kind]])
  })

  test.each([
    ['它受古兰塔(Guranta)商业家族影响。', 'a family'],
    ['首席执行官埃琳娜•马尔科娃(Elena Markova)表示满意。', 'a person'],
    ['发言人林若安(Lim Ruo-An)拒绝置评。', 'a person with a Chinese name'],
    ['他写了《漫长的河流》(The Long River)一书。', 'a book'],
    ['这种易变性(volatility)令人不安。', 'a term'],
    ['国内生产总值(GDP)增长了2%。', 'a measure'],
    ['交易额为30亿元（合4.6亿美元）。', 'an amount'],
    ['他们住在位于海边的小镇布兰登(Brandon)。', 'a town'],
    ['《数据保护法案》(Data Protection Act)已经生效。', 'a law'],
  ])('%s names no body: %s', (sentence) => {
    expect(keys(empty.recognise(article('标题', sentence)))).toEqual([])
  })

  test('a name is known in the whole document once it is glossed', () => {
    const { organisations, mentions } = empty.recognise(
      article('莱茵制药的一年', '莱茵制药集团(Rhein Pharma Group)扩大了生产。', '分析师看好莱茵制药集团。'),
    )
    expect(organisations).toHaveLength(1)
    expect(mentions.filter((mention) => mention.referent === 'rhein-pharma-group').map((mention) => mention.rule)).toEqual([
      'gloss',
      'repeat',
    ])
  })

  test('a joined abbreviation names the same body', () => {
    const { organisations } = empty.recognise(
      article('标题', '国际灯塔协会(International Lighthouse Association, ILA)成立。', 'ILA的总部在奥斯陆。'),
    )
    expect(organisations).toMatchObject([
      { key: 'international-lighthouse-association', mentionCount: 2, forms: ['国际灯塔协会', 'ILA'] },
    ])
  })

  test('people are kept apart, and known by their surname later', () => {
    const { people, organisations } = empty.recognise(
      article('标题', '演员卡洛斯•门德斯(Carlos Mendes)获奖。', '门德斯说，他很高兴。'),
    )
    expect(organisations).toEqual([])
    expect(people).toMatchObject([{ nameEn: 'Carlos Mendes', forms: ['卡洛斯•门德斯', '门德斯'] }])
  })
})

describe('which is which', () => {
  test('the longest name wins', () => {
    expect(keys(recogniser.recognise(article('标题', '亚马逊云计算与谷歌签约。')))).toEqual(['amazon-web-services', 'google'])
    expect(keys(recogniser.recognise(article('标题', '她曾为FT中文网撰稿。')))).toEqual(['ft-chinese'])
    expect(keys(recogniser.recognise(article('标题', '英国《金融时报》报道了此事。')))).toEqual(['financial-times'])
  })

  test('aliases are one body', () => {
    const { organisations } = recogniser.recognise(article('标题', '中国银行公布业绩，中行股价上涨。'))
    expect(organisations).toMatchObject([{ key: 'bank-of-china', forms: ['中国银行', '中行'] }])
  })

  test('a name that every country has is the body of the country that the text is about', () => {
    expect(keys(recogniser.recognise(article('东京的难题', '日本经济停滞，央行决定维持利率。')))).toEqual(['bank-of-japan'])
    expect(keys(recogniser.recognise(article('首尔的难题', '韩国物价上涨，央行决定加息。')))).toEqual(['bank-of-korea'])
    expect(keys(recogniser.recognise(article('美财政部公布数据', '英国和日本没有评论。')))).toEqual(['us-treasury'])
    expect(keys(recogniser.recognise(article('预算', '英国首相表示，财政部将公布预算。')))).toEqual(['treasury-of-britain'])
  })

  test('where nothing decides it stays unsure, with its candidates', () => {
    const { organisations, mentions } = recogniser.recognise({ ...article('利率', '央行决定加息。'), language: 'zh-Hant' })
    expect(organisations).toEqual([])
    expect(mentions).toMatchObject([{ judgement: 'UNSURE', referent: null, candidates: ['bank-of-japan', 'bank-of-korea'] }])
  })

  test('part of another word is no mention', () => {
    expect(keys(recogniser.recognise(article('标题', '美国国会议员担心中国银行业。')))).toEqual([])
  })

  test('a service that is used is not the company that runs it', () => {
    expect(keys(recogniser.recognise(article('标题', '他在Twitter上发布了照片。')))).toEqual([])
    expect(keys(recogniser.recognise(article('标题', 'Twitter宣布裁员。')))).toEqual(['twitter'])
  })

  test('a weak name is taken only where something supports it', () => {
    expect(keys(recogniser.recognise(article('果园', '桌上放着一个苹果。')))).toEqual([])
    expect(keys(recogniser.recognise(article('科技', '苹果首席执行官访问了北京。')))).toEqual(['apple'])
    expect(keys(recogniser.recognise(article('科技', '谷歌和苹果都拒绝了。')))).toEqual(['apple', 'google'])
  })

  test('a gloss that is an English name of a known body is that body', () => {
    const { organisations } = recogniser.recognise(article('标题', '纽约上市的古狗(Google)发布了新品。'))
    expect(organisations).toMatchObject([{ key: 'google' }])
    expect(organisations[0]!.aliases).toContainEqual({ text: '古狗', language: null, isWeak: false, source: 'GLOSS' })
  })

  test('Latin letters count where they are printed as a name, and whole', () => {
    const english: TextToRead = {
      title: 'Trade',
      lead: null,
      paragraphs: ['Nato met. The amazonian forest grows; google it, aws.'],
      language: 'en',
    }
    expect(keys(recogniser.recognise(english))).toEqual(['nato'])
  })
})

describe('names that nothing explains', () => {
  test.each([
    ['软件公司Tolvanen去年上市。', ['tolvanen']],
    ['她创建了Birchwire，该公司后来被Oakline收购。', ['birchwire', 'oakline']],
    ['他接受Harbour Weekly采访时这样说。', ['harbour-weekly']],
    ['公司的CEO说，GDP和IPO都是缩写。', []],
    ['他用iPhone给朋友打电话。', []],
  ])('%s', (sentence, expected) => {
    expect(keys(empty.recognise(article('标题', sentence)))).toEqual(expected)
  })
})

describe('strength', () => {
  const strengthOf = (text: TextToRead, key: string) =>
    recogniser.recognise(text).organisations.find((body) => body.key === key)?.strength
  test('a body in the title is what the article is about', () => {
    expect(strengthOf(article('谷歌发布新品', '新品很贵。'), 'google')).toBe('ABOUT')
  })
  test('a body named once in passing is a mention', () => {
    expect(strengthOf(article('标题', '一。', '二。', '三。', '四。', '连谷歌也不例外。'), 'google')).toBe('MENTION')
  })
  test('a body named three times is major', () => {
    expect(strengthOf(article('标题', '微软、谷歌。', '谷歌、微软。', '微软、谷歌、北约、台积电、中行。'), 'google')).toBe(
      'MAJOR',
    )
  })
})

test('every mention stands where it says', () => {
  const text = article(
    '谷歌与卡羅琳•比格',
    '😀微软(Microsoft)、ＮＡＴＯ和台積電合作，見《金融時報》。',
    '软件公司Tolvanen与谷歌。',
  )
  for (const { start, end, surface, field, paragraph } of recogniser.recognise(text).mentions)
    expect(textOf(text, field, paragraph).slice(start, end)).toBe(surface)
})
