import { describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { learn } from '../../src/entities/learn.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { article, entries, entry, keys } from './entries.ts'

/* Each line is a kind of mistake that a careful reader would not make. */

const gazetteer = createGazetteer([
  ...entries,
  entry('kingsoft', '金山软件', 'Kingsoft', 'COMPANY', 'CN', '~金山'),
  entry('ministry-of-defence', '国防部', 'Ministry of National Defense', 'GOVERNMENT', 'CN'),
  entry('china-mobile', '中国移动', 'China Mobile', 'COMPANY', 'CN'),
  entry('petrochina', '中国石油', 'PetroChina', 'COMPANY', 'CN'),
  entry('american-airlines', '美国航空', 'American Airlines', 'COMPANY', 'US'),
  entry('communist-party', '中国共产党', 'Chinese Communist Party', 'POLITICAL_PARTY', 'CN', '中共'),
  entry('standard-and-poors', '标准普尔', "Standard & Poor's", 'COMPANY', 'US', '标普', 'S&P'),
  entry('msci', '明晟', 'MSCI', 'COMPANY', 'US'),
  entry('us-military', '美国军队', 'United States Armed Forces', 'MILITARY', 'US', '美军'),
  entry('forest-council', '森林管理委员会', 'Forest Stewardship Council', 'NGO', null, '~FSC'),
  entry('fsc-taiwan', '台湾金融监督管理委员会', 'Financial Supervisory Commission', 'REGULATOR', 'TW', '金融监督管理委员会'),
  entry('cnn', '美国有线电视新闻网', 'CNN', 'MEDIA', 'US'),
  entry('linux-foundation', 'Linux基金会', 'Linux Foundation', 'NGO', 'US'),
  entry('aviation-agency', '欧洲航空安全局', 'European Aviation Safety Agency', 'REGULATOR', null, 'EASA', '欧盟航空安全局'),
  entry('oracle', '甲骨文公司', 'Oracle', 'COMPANY', 'US', '~甲骨文', '~Oracle'),
  entry('fortune', '财富杂志', 'Fortune', 'MEDIA', 'US', '~财富', '~Fortune'),
  entry('the-guardian', '英国卫报', 'The Guardian', 'MEDIA', 'GB', '~卫报', '英国《卫报》'),
  entry('bundestag', '德国议会', 'Bundestag', 'GOVERNMENT', 'DE'),
  entry('parliament-of-france', '法国议会', 'French Parliament', 'GOVERNMENT', 'FR'),
  entry('lashkar', '虔诚军', 'Lashkar-e-Taiba', 'MILITARY', 'PK', 'LeT'),
  entry('dyson', '戴森', 'Dyson', 'COMPANY', 'GB'),
  entry('holt-maddox', '霍尔特·马多克斯', 'Holt Maddox', 'COMPANY', 'GB', '霍尔特·马多克斯百货'),
  entry('shell', '壳牌', 'Shell', 'COMPANY', 'GB', '~Shell'),
])
const recogniser = createRecogniser(gazetteer, [])
const found = (text: string, title = '标题') => keys(recogniser.recognise(article(title, text)))

describe('a name inside a longer word is no name', () => {
  test.each([
    ['这家初创企业在旧金山设有办公室。'],
    ['其中共有四名获奖者。'],
    ['国防部长没有出席晚宴。'],
    ['中国移动互联网用户仍在增加。'],
    ['中国石油需求不及预期。'],
    ['美国航空母舰驶入港口，美国航空管制员罢工。'],
    ['标普500指数收低，MSCI亚太指数上涨。'],
    ['日美军事演习推迟了。'],
    ['共产党员参加了学习。'],
    ['这座城市后来改名为谷歌市，市民住在微软大道。'],
    ['请访问www.microsoft.com或关注@google。'],
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    ['金山软件宣布了新的投资。', ['kingsoft']],
    ['国防部发言人没有回应。', ['ministry-of-defence']],
    ['中国移动宣布下调资费。', ['china-mobile']],
    ['中国移动股价上涨，中国移动股东满意。', ['china-mobile']],
    ['标普下调了该国的评级。', ['standard-and-poors']],
    ['美国航空取消了航班。', ['american-airlines']],
    ['中共召开了会议。', ['communist-party']],
  ])('but by itself it is: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('glosses', () => {
  test.each([
    ['金融監督管理委員會(FSC)公布了規則。', ['fsc-taiwan']],
    ['森林管理委员会(FSC)认证了木材。', ['forest-council']],
    ['报告由Linux 基金会(Linux Foundation)委托撰写。', ['linux-foundation']],
    ['客機由歐盟航空安全局(EASA)發證。', ['aviation-agency']],
    ['数据库来自甲骨文(Oracle)。', ['oracle']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('the Latin word in front belongs to the name', () => {
    const { mentions } = recogniser.recognise(article('标题', '报告由Linux 基金会(Linux Foundation)委托撰写。'))
    expect(mentions.map((mention) => mention.surface)).toEqual(['Linux 基金会'])
  })

  test('an abbreviation of a technical term is that term in the whole document', () => {
    expect(found('卷积神经网络(CNN)的开发很快，我们训练了两个CNN。')).toEqual([])
    expect(found('他接受CNN采访时否认了。')).toEqual(['cnn'])
  })

  test('a remark of the translator, or a list, is no gloss', () => {
    expect(found('这样的服务（即 Fernway，Coldbrook 和 Tarn Cloud 之类的服务）很多。')).toEqual([])
  })

  test('a calling in front of a person is no part of the name', () => {
    const { people } = recogniser.recognise(article('标题', '该协会主席哈内斯(Karin Hannes)辞职。'))
    expect(people.map((person) => person.forms)).toEqual([['哈内斯']])
  })
})

test('what a document glosses is no part of another word either', () => {
  const { mentions } = recogniser.recognise(article('标题', '莱茵党(Rhein Party)落败，莱茵党员离场，莱茵党表示遗憾。'))
  expect(mentions.filter((mention) => mention.judgement === 'POSITIVE').map((mention) => mention.surface)).toEqual([
    '莱茵党',
    '莱茵党',
  ])
})

describe('weak names', () => {
  test('between title marks an everyday word is a paper', () => {
    expect(found('据《财富》报道，他很富有。')).toEqual(['fortune'])
    expect(found('据《财富》报道，他的财富缩水了。')).toEqual(['fortune'])
    expect(found('他的财富缩水了。')).toEqual([])
    expect(found('英国《卫报》刊登了照片，《卫报》记者在场。')).toEqual(['the-guardian'])
  })

  test('the parliament of a town is not that of its country', () => {
    expect(found('德国巴伐利亚的慕尼黑议会否决了提案。')).toEqual(['慕尼黑议会'])
    expect(found('在德国，议会否决了提案。')).toEqual(['bundestag'])
  })

  test('words and people are no companies', () => {
    const english = (text: string) =>
      keys(recogniser.recognise({ title: 'Notes', lead: null, paragraphs: [text], language: 'en' }))
    expect(english('Let us begin. Esther Dyson disagreed.')).toEqual([])
    expect(english('Dyson moved to Singapore.')).toEqual(['dyson'])
  })

  test('what one article glosses makes no everyday word of others a company', () => {
    const lessons = learn(article('标题', '壳牌(Shell)宣布裁员。'), gazetteer)
    const taught = createRecogniser(gazetteer, lessons)
    expect(keys(taught.recognise(article('标题', '在Shell里输入命令，再退出shell。')))).toEqual([])
  })
})

describe('names that nothing explains, by their endings', () => {
  test.each([
    ['她后来加入了北辰律师事务所。', ['北辰律师事务所']],
    ['他毕业于海东大学。', ['海东大学']],
    ['斯泰尔默大学教授指出了这一点。', ['斯泰尔默大学']],
    ['这家银行和那所大学都没有回应。', []],
    ['要在香港开银行并不容易。', []],
    ['多家国内银行上调了利率。', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('programs are not companies', () => {
    const manual = `在终端里安装 Fernbox 之后，运行 fernbox 命令。Fernbox 提供了许多选项，Fernbox 开发团队发布了新版。${'使用 Package Manager 安装 Another Tool 并启动 Service。'.repeat(30)}`
    expect(found(`${manual}他在 Coldbrook Labs 工作。`)).toEqual(['coldbrook-labs'])
  })
})

test('a body that bears the names of two people is none, and a person is no body', () => {
  expect(found('霍尔特•马多克斯宣布裁员，霍尔特•马多克斯百货关门。')).toEqual(['holt-maddox'])
  const { organisations, people } = recogniser.recognise(article('标题', '对冲基金米歇尔•特维斯宣布清盘，分析师约翰•特里说。'))
  expect([organisations.map(({ name }) => name), people.map(({ name }) => name)]).toEqual([['米歇尔•特维斯'], ['约翰•特里']])
})

describe('bodies that only their form tells', () => {
  const names = (text: string) => recogniser.recognise(article('标题', text)).organisations.map(({ name }) => name)

  test.each([
    ['据《白鹭晚报》报道，桥已经修好。', ['白鹭晚报']],
    ['展品来自苏格兰国家博物馆，下月归还。', ['苏格兰国家博物馆']],
    ['他在各大博物馆、英国各大图书馆和国家博物馆之间奔走。', []],
    ['新任大臣接管了渔业、粮食和乡村部(Department for Fisheries, Food and Villages)，任期三年。', ['渔业、粮食和乡村部']],
    ['他走进餐厅、银行和谷歌(Google)，都没有找到人。', ['谷歌']],
  ])('%s', (text, bodies) => {
    expect(names(text)).toEqual(bodies)
  })

  test('a list of addresses below a story makes no manual of it', () => {
    const story = '展品来自苏格兰国家博物馆，下月归还。'.repeat(8)
    const sources = Array.from(
      { length: 30 },
      (_, at) => `https://www.somewhere.example/articles/about-the-loan-of-exhibits-${at}`,
    )
    expect(recogniser.recognise(article('标题', story, ...sources)).organisations.map(({ name }) => name)).toEqual([
      '苏格兰国家博物馆',
    ])
  })
})
