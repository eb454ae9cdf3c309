import { describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { article, entries, entry } from './entries.ts'

/* Bodies that no list holds, told by how their names are made. */

const recogniser = createRecogniser(createGazetteer([]), [])
const found = (text: string) =>
  recogniser.recognise(article('标题', text)).organisations.map(({ nameZh, kind }) => [nameZh, kind])

describe('bodies of a place', () => {
  test.each([
    ['警方通报由青禾市公安局发布。', '青禾市公安局', 'GOVERNMENT'],
    ['据江西上饶云溪县委宣传部介绍，道路已经恢复。', '江西上饶云溪县委宣传部', 'POLITICAL_PARTY'],
    ['他在广东省松山市教育局工作了十年。', '广东省松山市教育局', 'GOVERNMENT'],
    ['案件由松山市公安局经侦支队侦办。', '松山市公安局经侦支队', 'GOVERNMENT'],
    ['苏格兰议会通过了决议。', '苏格兰议会', 'GOVERNMENT'],
    ['这一点可以参考东京都主税局的说明。', '东京都主税局', 'GOVERNMENT'],
    ['她在高雄市劳工局工作。', '高雄市劳工局', 'GOVERNMENT'],
    ['我每周去台北市原住民族部落大学上课。', '台北市原住民族部落大学', 'UNIVERSITY'],
    ['他就读于云溪县致和中学，成绩优秀。', '云溪县致和中学', 'OTHER'],
  ])('%s', (sentence, name, kind) => {
    expect(found(sentence)).toEqual([[name, kind]])
  })

  test.each([
    ['此次由市公安局负责。', 'the text does not name the town here'],
    ['包括省教育厅在内的部门都派了人。', 'nor the province'],
    ['他是云溪县人大代表。', 'an office'],
    ['附近的超市公安局门口都有人。', 'a supermarket is no town'],
    ['怎么做由各地市政府决定。', 'of many towns'],
    ['美国加州中学的学生更多。', 'of a state there are many'],
  ])('%s names none: %s', (sentence) => {
    expect(found(sentence)).toEqual([])
  })
})

test('a body that no list holds has a slug that can stand in an address', () => {
  const slugs = (text: string) => recogniser.recognise(article('标题', text)).organisations.map(({ slug }) => slug)
  expect(slugs('它由 OPENIV 联盟维护。')).toEqual(['openiv-联盟'])
  expect(slugs('加拿大移民、难民及公民部拒绝置评。')).toEqual(['加拿大移民-难民及公民部'])
})

describe('names made of the words of their trade', () => {
  test.each([
    ['肯尼亚水利和灌溉部公布了数据。', '肯尼亚水利和灌溉部', 'GOVERNMENT'],
    ['加拿大移民、难民及公民部拒绝置评。', '加拿大移民、难民及公民部', 'GOVERNMENT'],
    ['瑞士联邦环境局说，污染加剧。', '瑞士联邦环境局', 'GOVERNMENT'],
    ['众议院监督和改革委员会举行了听证。', '众议院监督和改革委员会', 'GOVERNMENT'],
    ['最大政党民主运动党退出了。', '民主运动党', 'POLITICAL_PARTY'],
    ['执政联盟民族复兴党退出了。', '民族复兴党', 'POLITICAL_PARTY'],
    ['涉嫌违规的俄罗斯田协回应了。', '俄罗斯田协', 'SPORTS'],
    ['莫桑比克解放阵线仍在执政。', '莫桑比克解放阵线', 'POLITICAL_PARTY'],
  ])('%s', (sentence, name, kind) => {
    expect(found(sentence)).toEqual([[name, kind]])
  })

  test.each([
    ['肯尼亚教育部门公布了数据。', 'departments in general'],
    ['法国教育部长辞职了。', 'an office'],
    ['环境委员会开会了。', 'nobody says whose'],
    ['这是一个自由党派。', 'a kind of party'],
  ])('%s names none: %s', (sentence) => {
    expect(found(sentence)).toEqual([])
  })

  test('hold what is known by its end', () => {
    const known = createRecogniser(createGazetteer([entry('ministry-of-environment-x', '环境部', null, 'GOVERNMENT', 'CN')]), [])
    const { organisations } = known.recognise(article('标题', '越南自然资源与环境部说，污染加剧。'))
    expect(organisations.map(({ nameZh }) => nameZh)).toEqual(['越南自然资源与环境部'])
  })
})

test('a body of one country is none of another, though their English names are the same', () => {
  const known = createRecogniser(
    createGazetteer([
      entry(
        'sec-of-the-states',
        '美国证券交易委员会',
        'Securities and Exchange Commission',
        'REGULATOR',
        'US',
        '~证券交易委员会',
        'SEC',
      ),
    ]),
    [],
  )
  const names = (text: string) => known.recognise(article('标题', text)).organisations.map(({ nameZh, key }) => [nameZh, key])
  expect(names('泰国证券交易委员会（Securities and Exchange Commission）启动调查。')).toEqual([
    ['泰国证券交易委员会', expect.not.stringMatching(/^sec-of/)],
  ])
  expect(names('美国证券交易委员会（SEC）启动调查。')).toEqual([['美国证券交易委员会', 'sec-of-the-states']])
})

test('a town has a museum of its name, where a country has many', () => {
  expect(found('他去过昆明博物馆。')).toEqual([['昆明博物馆', 'OTHER']])
  for (const text of ['他去过法国博物馆。', '他去过英国博物馆。']) expect(found(text)).toEqual([])
})

test('a campus belongs to the name of its university', () => {
  expect(found('他毕业于明尼苏达大学曼卡托分校。')).toEqual([['明尼苏达大学曼卡托分校', 'UNIVERSITY']])
})

test('what a body with a Latin name is, said behind it, belongs to the name', () => {
  const { organisations } = recogniser.recognise(article('标题', '对冲基金公司Odley资产管理公司宣布裁员。'))
  expect(organisations).toMatchObject([{ nameEn: 'Odley', forms: ['Odley资产管理公司'] }])
})

describe('the press', () => {
  test.each([
    ['他对《北港人物》记者说，情况已经好转。', '北港人物'],
    ['据《潮汐评论》18日报道，谈判没有结果。', '潮汐评论'],
    ['她在接受青禾广播一台采访时说，情况已经好转。', '青禾广播一台'],
    ['后据青禾新闻报道，道路已经恢复。', '青禾新闻'],
  ])('%s', (sentence, name) => {
    expect(found(sentence)).toEqual([[name, 'MEDIA']])
  })

  test.each([['根据《信用卡协议》，客户可以退款。'], ['据当地新闻报道，道路已经恢复。'], ['《漫长的河流》首席摄影师也来了。']])(
    '%s names none',
    (sentence) => {
      expect(found(sentence)).toEqual([])
    },
  )
})

test('a body that is called after a person is the body', () => {
  const { organisations, people } = recogniser.recognise(article('标题', '成立于2005年的埃德温·霍尔研究所发布了报告。'))
  expect(organisations).toMatchObject([{ nameZh: '埃德温·霍尔研究所', kind: 'RESEARCH' }])
  expect(people).toEqual([])
})

test('the number of a note may stand between a name and its gloss', () => {
  expect(found('零售商赫斯顿公司[3]（Hestone）也在裁员。')).toEqual([['赫斯顿公司', 'COMPANY']])
})

test('a calling inside of what stands before a gloss is where a person begins', () => {
  const { people } = recogniser.recognise(article('标题', '当地媒体大肆报导英国首相梅伦（Clara Mellon）的行程。'))
  expect(people.map(({ name }) => name)).toEqual(['梅伦'])
})

test('members of a list of bodies are bodies, and who invests is a fund', () => {
  const known = createRecogniser(createGazetteer(entries), [])
  const names = (text: string) => known.recognise(article('标题', text)).organisations.map(({ nameZh }) => nameZh)
  expect(names('客户包括谷歌、微软、齐尔维、亚马逊等公司。')).toContain('齐尔维')
  expect(names('客户包括谷歌、微软、旧金山、亚马逊等公司。')).not.toContain('旧金山')
  expect(names('该项目由青禾资本领投，松涛创投、明溪基金跟投。')).toEqual(['青禾资本', '松涛创投', '明溪基金'])
})

describe('quotation marks', () => {
  test('hold a name where it is said that a society bears it', () => {
    expect(found('人权组织“矿山瞭望台”说，工时过长。')).toEqual([['矿山瞭望台', 'NGO']])
    expect(found('商人所经营的「青溪贸易公司」没有付款，这是一家“皮包公司”。')).toEqual([['青溪贸易公司', 'COMPANY']])
    expect(found('船属于「海昌轮船公司」。')).toEqual([['海昌轮船公司', 'COMPANY']])
    expect(found('“邻里家园”等民间组织开放了场地。')).toEqual([['邻里家园', 'NGO']])
    expect(found('“河谷意志党”创始人仍被软禁。')).toEqual([['河谷意志党', 'POLITICAL_PARTY']])
  })
  test('hold none where they hold what somebody says', () => {
    expect(found('这家公司的“不作恶”口号广为人知。')).toEqual([])
    expect(found('非政府组织“立即行动”的呼声很高。')).toEqual([])
  })
})

describe('a known body', () => {
  const known = createRecogniser(
    createGazetteer([
      entry('ink-association', '墨水研究与制造商协会', 'Ink Association', 'ASSOCIATION'),
      entry('the-reader', '读书客', 'The Reader', 'MEDIA'),
      entry('primo', '普里马', 'Primo', 'COMPANY'),
    ]),
    [],
  )
  const slugs = (text: string) => known.recognise(article('标题', text)).organisations.map(({ slug }) => slug)

  test('is known by either conjunction', () => {
    expect(slugs('墨水研究和制造商协会说，价格会上涨。')).toEqual(['ink-association'])
  })

  test('that is a paper is one where its title is glossed, as another title is not', () => {
    expect(slugs('《读书客》(The Reader)登了一首诗。')).toEqual(['the-reader'])
    expect(slugs('《看书客》(The Looker)是一首诗。')).toEqual([])
  })

  test('is not the end of a longer name that spells sounds', () => {
    expect(slugs('普里马收购了一家公司。')).toEqual(['primo'])
    expect(slugs('阿普里马的卡车扬起尘土。')).toEqual([])
  })
})
