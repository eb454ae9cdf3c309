import { describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { isGeneric } from '../../src/entities/words/generic.ts'
import { article, entries, entry } from './entries.ts'

/* Bodies that no list holds, told by the words around them, and names of lists that these decide. */

const recogniser = createRecogniser(
  createGazetteer([
    ...entries,
    entry('tencent', '腾讯', 'Tencent', 'COMPANY', 'CN'),
    entry('alibaba', '阿里巴巴', 'Alibaba', 'COMPANY', 'CN', '~阿里'),
    { ...entry('codehub', null, 'GitHub', 'COMPANY', 'US'), isPlatform: true },
    { ...entry('valve', null, 'Valve', 'COMPANY', 'US'), isEnglishWord: true },
    entry('brookfield-university', '溪田大学', 'Brookfield University', 'UNIVERSITY', 'US', 'BFU', '~溪大'),
    entry('cloud-county-police', '云河省公安厅', null, 'GOVERNMENT', 'CN'),
    entry('river-pictures', '河岸影视', 'Riverbank Pictures', 'COMPANY', 'CN'),
    entry('hart-field-center', '安娜·哈特中心', 'Anna Hart Center', 'RESEARCH', 'US'),
    entry('couch', '沙发集团', 'Couch', 'COMPANY', 'US', '~Couch', '~Sofa'),
    { ...entry('draftly', '草图科技', 'Draftly', 'COMPANY', 'US', '~Draftly'), isPlatform: true },
    { ...entry('harbour-web-services', null, 'Harbour Web Services', 'COMPANY', 'US', 'HWS'), isPlatform: true },
    entry('swift', null, 'SWIFT', 'COMPANY', 'BE'),
    entry('river-guard', '河国卫队', 'River Guard of Ukraine', 'GOVERNMENT', 'UA', 'RGU'),
    entry('guestbooks', '拾客来', 'Guestbooks', 'COMPANY', 'TW'),
    entry('nippon', '日本电气', 'NEC', 'COMPANY', 'JP'),
    entry('river-town-club', '河镇队', 'FC Rivertown', 'SPORTS', 'DE', '~费尔德斯堡'),
  ]),
  [],
)
const found = (text: string) =>
  recogniser.recognise(article('标题', text)).organisations.map(({ nameZh, nameEn }) => nameZh ?? nameEn)

describe('English names say what they are', () => {
  const english = (text: string) =>
    recogniser.recognise({ ...article('A title', text), language: 'en' }).organisations.map(({ nameEn, kind }) => [nameEn, kind])

  test.each([
    ['The list came from the Ministry of Inland Fisheries last year.', 'Ministry of Inland Fisheries', 'GOVERNMENT'],
    ['A grant of the Harbour Light Foundation paid for it.', 'Harbour Light Foundation', 'NGO'],
    ['She is the director of the Centre for Northern Studies.', 'Centre for Northern Studies', 'RESEARCH'],
    ['He teaches at Eastfield University.', 'Eastfield University', 'UNIVERSITY'],
  ])('%s', (text, name, kind) => {
    expect(english(text)).toEqual([[name, kind]])
  })

  test.each([
    ['The Supreme Court was asked twice.'],
    ['The City Council met on Monday.'],
    ['Mr. Brown saw Anna Hill in Old Street.'],
  ])('%s names none', (text) => {
    expect(english(text)).toEqual([])
  })

  test('a word that begins a sentence is no company of that name, as it is in Chinese text', () => {
    expect(english('Valve makers work nearby.')).toEqual([])
    expect(found('孩子们喜欢 Valve 的掌机。')).toEqual(['Valve'])
  })
})

describe('Latin names', () => {
  test.each([
    ['据Quantivo统计，用户在减少。', 'Quantivo'],
    ['我有幸在Filmhaus这样优秀的团队工作。', 'Filmhaus'],
    ['投资者包括谷歌、Brightmoor和微软。', 'Brightmoor'],
    ['其中的Orwin Therapeutics正在研究疗法。', 'Orwin Therapeutics'],
    ['Lakeview澳大利亚首席分析师不同意。', 'Lakeview'],
    ['拉美裔组织Casa Verdan警告将提起诉讼。', 'Casa Verdan'],
    ['一家公司收购护肤品牌Bimora。', 'Bimora'],
    ['国营电视台TQP换掉了主播。', 'TQP'],
  ])('%s', (text, name) => {
    expect(found(text)).toContain(name)
  })

  test('what is organised is no organisation, and a brand in a text of programs is a thing', () => {
    expect(found('他们在这里组织 Thomas Fehrer 发言。')).toEqual([])
    const latin = 'Run the command in a container and see the output of the server. '.repeat(3)
    expect(found(`一家公司收购护肤品牌Bimora。${latin}`)).toEqual([])
  })

  test('two people in a list of bodies are people, and so are people who found one', () => {
    expect(found('出席的有谷歌、Anna Hill和微软。')).toEqual(['谷歌', '微软'])
    expect(found('Thomas Fehrer 创立了这家公司。')).toEqual([])
    expect(found('已拥有QRBK.DE的公司搬家。')).toEqual([])
    expect(found('他拿到谷歌的Reid Holloman的投资。')).toEqual(['谷歌'])
  })

  test('the comma of Chinese text joins clauses, not members of a list', () => {
    expect(found('它的作用就像谷歌，Brightmoor指令集则不同。')).toEqual(['谷歌'])
  })

  test('a team is a part of somebody, and a round of capital is nobody', () => {
    expect(found('他是 Text Services 团队的经理。')).toEqual([])
    expect(found('公司完成了Pre-A轮融资，投资者包括谷歌和Brightmoor。')).toEqual(expect.not.arrayContaining(['Pre-A']))
  })

  test('a weak name that stands alone in Chinese prose is none of English, unless it is a program as well', () => {
    expect(found('昨天Couch道歉。')).toEqual(['沙发集团'])
    expect(found('他去年离开了Sofa。')).toEqual(['沙发集团'])
    for (const text of [
      '昨天Red Couch道歉。',
      '昨天Couch Surfing很热闹。',
      '昨天couch很贵。',
      '昨天Couch汽车很贵。',
      '昨天 Draftly 很慢。',
    ])
      expect(found(text)).toEqual([])
  })

  test('a company that is called one once is told apart from its program, which bears its name', () => {
    const of = (text: string) =>
      recogniser.recognise(article('标题', text, latin)).mentions.filter((one) => one.judgement === 'POSITIVE')
    const latin = 'Run the command in a container and see the output of the server. '.repeat(8)
    expect(of('GitHub 公司很大。GitHub 很慢。').map(({ surface }) => surface)).toEqual(['GitHub'])
  })

  test('a licence bears the name of who wrote it', () => {
    expect(found('它正以微软许可证发布。')).toEqual([])
    expect(found('它以 BFU 许可证发布。')).toEqual([])
    expect(found('它采用 BFU 授权，可以自由使用。')).toEqual([])
    expect(found('它由 BFU 授权，在各地生产。')).toEqual(['溪田大学'])
    expect(found('他在 BFU 工作。')).toEqual(['溪田大学'])
  })

  test('an association calls itself one, and languages are nobody', () => {
    expect(found('TRANSAR组织在去年成立了工作组。')).toEqual(['TRANSAR组织'])
    expect(found('黑客们分裂成两家公司，其中一家公司 LMJ 提供服务。')).toEqual(['LMJ'])
    expect(found('投资者包括谷歌、Rust和微软。')).toEqual(['谷歌', '微软'])
  })
})

test('sounds of another language in front of a school make its name', () => {
  expect(found('”达尔维恩大学心理学教授说。')).toEqual(['达尔维恩大学'])
  expect(found('他来自加利福尼亚州伍尔特大学。')).toEqual(['加利福尼亚州伍尔特大学'])
})

test('a pension scheme is named by whom it pays', () => {
  expect(found('在加利福尼亚州护士退休系统撤退之后，市场下跌。')).toEqual(['加利福尼亚州护士退休系统'])
  expect(found('美国养老保险基金正在考虑。')).toEqual([])
})

test('some printers leave out the dots of foreign names', () => {
  for (const name of ['安娜·哈特中心', '安娜哈特中心', '安娜-哈特中心'])
    expect(found(`他在${name}发表了演讲。`)).toEqual(['安娜·哈特中心'])
})

test('a campus is a university of its own', () => {
  expect(found('她毕业于溪田大学山谷分校。')).toEqual(['溪田大学山谷分校'])
})

test('a weak name is taken beside a company that adjoins it', () => {
  expect(found('竞购激烈，腾讯阿里在列。')).toEqual(['腾讯', '阿里巴巴'])
  expect(found('他去过阿里。')).toEqual([])
})

test('a weak name of two characters is taken where it buys or wins what only bodies do', () => {
  expect(found('阿里买下了一座铜矿。')).toEqual(['阿里巴巴'])
  expect(found('阿里拿下港口的订单。')).toEqual(['阿里巴巴'])
  expect(found('他在阿里住了一夜。')).toEqual([])
})

test('a town that a club is called after is a club only where the text speaks of its trade', () => {
  expect(found('警方搜查了费尔德斯堡的办公室。')).toEqual([])
  expect(found('费尔德斯堡宣布，球队聘请了新教练。')).toEqual(['河镇队'])
})

test('two parts joined by a hyphen, with the gloss of a person, are a person', () => {
  const { people, organisations } = recogniser.recognise(article('标题', '审计长尤金-德帕维恩（Eugene DePavin）表示同意。'))
  expect(people.map(({ name }) => name)).toEqual(['尤金-德帕维恩'])
  expect(organisations).toEqual([])
})

test('a university by its short name is told by who teaches and learns there', () => {
  expect(found('我在溪大的导师是研究河流的。')).toEqual(['溪田大学'])
  expect(found('这条溪大都没有水。')).toEqual([])
})

test('a unit of a police office is named with the office', () => {
  expect(found('云河省公安厅经侦总队展开了搜捕。')).toEqual(['云河省公安厅经侦总队'])
  expect(found('云河省公安厅展开了搜捕。')).toEqual(['云河省公安厅'])
})

test('services of a list that says so are no companies', () => {
  expect(found('墙外的 Draftly、Twitter 和墙内的豆瓣等社交平台都是如此。')).toEqual([])
})

test('what stands behind a name makes another word of it', () => {
  expect(found('河岸影视城每年接待游客。')).toEqual([])
  expect(found('这是 Vita 大学时与母亲的合影。')).toEqual([])
  expect(found('他谈到法国研究中心化的一步。')).toEqual([])
  expect(found('法国国家海洋研究所指出，水位在上升。')).toEqual(['法国国家海洋研究所'])
})

test('a mission is named by who keeps it and where', () => {
  expect(found('中国驻土耳其大使馆16日表示，没有人受伤。')).toEqual(['中国驻土耳其大使馆'])
  expect(found('美国大使馆公布的读数超过400。')).toEqual(['美国大使馆'])
  expect(found('外交部要驻日大使馆留意此事。')).toContain('驻日大使馆')
  expect(found('这封信寄到了大阪总领事馆。')).toEqual(['大阪总领事馆'])
  expect(found('美国休斯敦总领馆关了门。')).toEqual(['美国休斯敦总领馆'])
  expect(found('中华民国驻槟城领馆写了信。')).toEqual(['中华民国驻槟城领馆'])
  expect(found('台北驻香港办事处发回一份报告，这家商社的英国办事处没有。')).toEqual(['台北驻香港办事处'])
  expect(found('他走进了大使馆。中方代表团团长没有回答。')).toEqual([])
})

test('of whom a member is, and of the countries that have a party of that name the one that is spoken of', () => {
  const parties = createRecogniser(
    createGazetteer([
      entry('labour-gb', '英国工党', 'Labour Party', 'POLITICAL_PARTY', 'GB', '工党'),
      entry('labour-no', '挪威工党', 'Norwegian Labour Party', 'POLITICAL_PARTY', 'NO', '工党'),
    ]),
    [],
  )
  const names = (text: string) => parties.recognise(article('标题', text)).organisations.map(({ key }) => key)
  const ofChina = '中国再次回应，中国的立场没有变，中国不会接受。'
  expect(names(`英国政府说，工党籍议员反对。${ofChina}`)).toEqual(['labour-gb'])
  expect(names(`工党籍议员反对。${ofChina}`)).toEqual([])
})

test('a place is what it is where two characters of a known name have a word beside them', () => {
  const known = createRecogniser(
    createGazetteer([
      ...entries,
      entry('deloitte', '德勤', 'Deloitte', 'COMPANY'),
      entry('peking-university', '北京大学', 'Peking University', 'UNIVERSITY', 'CN', '北大'),
    ]),
    [],
  )
  const names = (text: string) => known.recognise(article('标题', text)).organisations.map(({ key }) => key)
  expect(names('咨询人员说德勤最近公布了报告。')).toEqual(['deloitte'])
  expect(names('东北大都以农业为主。')).toEqual([])
})

test('an office that several countries have is the own one where a Chinese speaks for it', () => {
  const known = createRecogniser(
    createGazetteer([
      entry('foreign-ministry-of-china', '中国外交部', 'Ministry of Foreign Affairs', 'GOVERNMENT', 'CN', '~外交部'),
      entry('foreign-ministry-of-japan', '日本外务省', 'Foreign Ministry of Japan', 'GOVERNMENT', 'JP', '~外交部'),
    ]),
    [],
  )
  const keys = (text: string) => known.recognise(article('美国与日本', text)).organisations.map(({ key }) => key)
  expect(keys('美国对此回应。20日，外交部发言人汪明远主持记者会。')).toEqual(['foreign-ministry-of-china'])
})

test('a title that ends as papers do is a paper, whatever stands behind it', () => {
  expect(found('《北港斯坦报》《潮汐评论》12月10日报道，双方签署了协议。')).toEqual(['北港斯坦报', '潮汐评论'])
  expect(found('他读完了《谍影情报》。')).toEqual([])
})

test('what has a family is no body', () => {
  expect(found('财阀安维尼（Anveni）家族成为当地最富有的家族。')).toEqual([])
})

describe('a body that several countries have', () => {
  const listed = createRecogniser(
    createGazetteer([
      ...entries,
      entry('people-of-us', '美国人民院', 'House of the People', 'GOVERNMENT', 'US', '~人民院'),
      entry('people-of-france', '法国人民院', 'Maison du Peuple', 'GOVERNMENT', 'FR', '~人民院'),
      entry('aviation-office-of-china', '民航署', 'Aviation Office of China', 'REGULATOR', 'CN'),
    ]),
    [],
  )
  const keysOf = (...text: string[]) => listed.recognise(article('标题', ...text)).organisations.map(({ key }) => key)

  test('is that of the country in front of it, though no list has it', () => {
    expect(keysOf('新加坡民航署随后跟进。')).toEqual(['新加坡民航署'])
    expect(keysOf('中国民航署随后跟进。')).toEqual(['aviation-office-of-china'])
  })

  test('is that of the country of the bodies around it', () => {
    expect(keysOf('微软、谷歌和亚马逊的代表在人民院作证。')).toContain('people-of-us')
  })

  test('is that of the country that alone is spoken of, though no list has it', () => {
    expect(keysOf('尼日尔总统解散了人民院。', '尼日尔与贝宁接壤，尼日尔军方表示支持。')).toContain('尼日尔人民院')
  })
})

describe('initials in a bracket', () => {
  test("are a body's where its name says of an office, or it says something", () => {
    expect(found('国家减灾局(NDRO)估计，大火将持续。')).toEqual(['国家减灾局'])
    expect(found('明川浆纸业(MCP)拒绝置评。')).toEqual(['明川浆纸业'])
    expect(found('他们在法国青禾联盟(UQH)的附近种树。')).toEqual(['法国青禾联盟'])
    expect(found('智利国家铜业委员会(Cochilco)在山的附近种树。')).toEqual(['智利国家铜业委员会'])
  })

  test("are a body's in a list of bodies, and open elsewhere", () => {
    expect(found('供应商包括谷歌、明川浆纸业(MCP)和微软。')).toContain('明川浆纸业')
    expect(found('他们在明川浆纸业(MCP)的附近种树。')).toEqual([])
  })

  test('belong to both halves of a name that a conjunction joins', () => {
    expect(found('国家渔业与海洋研究所(NIFO)估计，产量将减少。')).toEqual(['国家渔业与海洋研究所'])
  })
})

test('partners joined by & are one name, and none of them is a body of its own', () => {
  expect(found('这家报社的母公司是Apple & Harrow，总部在伦敦。')).toEqual(['Apple & Harrow'])
})

describe('in a manual', () => {
  const manual = (text: string) => found(`${text}\n${'运行 Docker 和 Kubernetes 的 Linux 服务器 '.repeat(30)}`)

  test('what does business is a body', () => {
    expect(manual('他在一家名为 Powerbarn 的初创公司工作。')).toContain('Powerbarn')
    expect(manual('2001 年苹果股价下跌。')).toContain('苹果公司')
  })
  test('what has users is a program', () => {
    expect(manual('Powerbarn 的用户可以运行它。')).not.toContain('Powerbarn')
  })
  test('what somebody makes, and whose staff speaks, is a body', () => {
    expect(manual('它由 Powerbarn 开发。')).toContain('Powerbarn')
    expect(manual('正如 Powerbarn 开发人员所指出的那样，它会错。')).toContain('Powerbarn')
    expect(manual('这是新的路由 Powerbarn 开发指南。')).not.toContain('Powerbarn')
  })

  test('whose staff is named, and what stands in a list of companies, is a body', () => {
    expect(manual('由 Powerbarn 的 CTO 演讲。')).toContain('Powerbarn')
    expect(manual('由 Powerbarn 的软件工程师演讲。')).toContain('Powerbarn')
    expect(manual('由 Powerbarn 工程师 Ann Alder 发起。')).toContain('Powerbarn')
    expect(manual('例如 Powerbarn、Stone Hill 或 Northfeet 等鞋类品牌都在用它。')).toContain('Powerbarn')
    expect(manual('想到 Powerbarn 与 Northfeet 两家市值百亿的公司。')).toContain('Powerbarn')
  })
  test('who signs, hires, pays, is worked for or surveys is a body', () => {
    for (const text of [
      '你不需要与 Powerbarn 签署协议。',
      '我入职 Powerbarn 已有三年。',
      '来自 Powerbarn 的两位工程师演讲。',
      '他去 Powerbarn 面试。',
      'Powerbarn 正在招聘。',
      '可以读读 Powerbarn 的工程博客。',
      'Powerbarn 去年进行的开发者调查显示，',
      'Powerbarn 已经重写了他们的前端。',
      '我在 Powerbarn 做了三年后端。',
      '它属于 Powerbarn，该公司以路由闻名。',
      '总部位于柏林的 Powerbarn 用了它。',
      'Powerbarn 是这个编译器的金牌赞助商。',
      '可以试试 Powerbarn 开源的 Jetty。',
      'Powerbarn 则在上一季度营收增长了两成。',
      'Powerbarn 在驱动上投入最多。',
      '她是 Powerbarn 的嵌入式 Linux 工程师。',
      'Powerbarn 的授权费太贵。',
      '大的赞助者包括 Powerbarn。',
    ])
      expect(manual(text)).toContain('Powerbarn')
    for (const text of [
      '与 Powerbarn 签名的包一致。',
      '从 Java 到 Powerbarn 面试题。',
      '来自 Powerbarn 的错误消息。',
      'Powerbarn 调查工具。',
      '它在 Powerbarn 开源的 web 浏览器。',
    ])
      expect(manual(text)).not.toContain('Powerbarn')
  })
  test('an item amid other Latin items of a list of makers is a body', () => {
    expect(manual('它由 IBM、Powerbarn、Northfeet 等厂商创建。')).toContain('Powerbarn')
  })
  test('who says that it will is a body, what stands for something is not', () => {
    expect(manual('而 Powerbarn 则表示暂无计划。')).toContain('Powerbarn')
    expect(manual('其中 Powerbarn 表示每秒接收的数据。')).not.toContain('Powerbarn')
  })
  test('what is said to be a company, joins, approves, and is left by people is a body', () => {
    expect(manual('Powerbarn 是一家提供存储的初创公司。')).toContain('Powerbarn')
    expect(manual('Powerbarn 是一个公司开发的库。')).not.toContain('Powerbarn')
    expect(manual('Powerbarn（总部位于柏林）用了它。')).toContain('Powerbarn')
    expect(manual('去年 Powerbarn 加入了该项目。')).toContain('Powerbarn')
    expect(manual('这是 Powerbarn 批准的许可证。')).toContain('Powerbarn')
    expect(manual('他们从 Powerbarn 挖来了高管。')).toContain('Powerbarn')
    expect(manual('从 Powerbarn 导入数据。')).not.toContain('Powerbarn')
    expect(manual('用它的有许多公司，包括：Powerbarn。')).toContain('Powerbarn')
    expect(manual('用它的有许多公司（例如 Powerbarn）。')).toContain('Powerbarn')
  })
  test('who gives something away owned it', () => {
    expect(manual('GitHub 开源了一个框架。')).toContain('GitHub')
    expect(manual('GitHub 公司的规模不大。')).toContain('GitHub')
  })

  test.each([['Google Chrome 支持它。'], ['在 Google+ 上可以找到他。'], ['谷歌翻译支持它。'], ['用 Google 搜索就能找到。']])(
    '%s speaks of a product, not of its maker',
    (text) => {
      expect(manual(text)).not.toContain('谷歌')
    },
  )
  test.each([['Google CEO 不同意。'], ['Google Chrome 团队不同意。'], ['Google 不同意。']])('%s speaks of the maker', (text) => {
    expect(manual(text)).toContain('谷歌')
  })

  test('a service that bears the name of its company is the company where that acts, is listed with others, or is named so elsewhere', () => {
    expect(manual('GitHub 是一个平台。')).not.toContain('GitHub')
    expect(manual('GitHub 是一个平台。它被收购之前，GitHub 宣布了新的条款。')).toContain('GitHub')
    expect(manual('微软、GitHub 和谷歌加入了它。')).toContain('GitHub')
    expect(manual('许多大公司，包括 GitHub，都在用它。')).toContain('GitHub')
  })
})

test('initials name the service that a platform is, unless its people or what makers do stand beside them', () => {
  expect(found('把它部署在 HWS 上。')).toEqual([])
  expect(found('需要一个 HWS 账户。')).toEqual([])
  expect(found('HWS 宣布降价。')).toEqual(['Harbour Web Services'])
  const manual = `是一名 HWS Mobile 的开发者。\n${'运行 Docker 和 Kubernetes 的 Linux 服务器 '.repeat(30)}`
  expect(found(`我${manual}`)).toContain('Harbour Web Services')
  expect(found(manual.replaceAll('是一名', '用'))).not.toContain('Harbour Web Services')
})

describe('letters', () => {
  const technical = (text: string) => found(`${text}\n${'她用 Rust 和 Python 写程序给山下的人看，一写就是十年。'.repeat(12)}`)

  test('of an office are none where many Latin names stand and its state is not spoken of', () => {
    expect(technical('数据表里有 RGU 一栏。')).toEqual([])
    expect(technical('乌克兰的数据表里有 RGU 一栏。')).toContain('河国卫队')
  })

  test('of a list are no word that is printed like a name', () => {
    expect(found('Swift 宣布了新版本。')).toEqual([])
    expect(found('SWIFT 宣布了新版本。')).toEqual(['SWIFT'])
  })
})

test('a weak Chinese name is the company whose products the text speaks of, unless it is food there', () => {
  expect(found('河谷里常用苹果的语言。它只跑在 iPhone 上。')).toEqual(['苹果公司'])
  expect(found('河谷里常用苹果的语言。它只跑在水车上。')).toEqual([])
  expect(found('桌上有一个苹果。它旁边是 iPhone 的盒子。')).toEqual([])
  expect(found('比较苹果和橘子没有用。它只跑在 iPhone 上。')).toEqual([])
})

test('a person has a company and is none', () => {
  expect(found('那年 Thomas Gleixner 的公司 Powerbarn 被收购。')).toEqual(['Powerbarn'])
})

test('a surname alone is the person that the text names', () => {
  expect(found('作者是 Ann Powerbarn。后来 Powerbarn 宣布辞职。')).toEqual([])
  expect(found('作者是 Ann Alder。后来 Powerbarn 宣布裁员。')).toEqual(['Powerbarn'])
})

test('the word for a kind at the end of a known name says nothing of what follows', () => {
  expect(found('它在沙发集团 Powerbarn 实例里。')).toEqual(['沙发集团'])
  expect(found('它在水车集团 Powerbarn 的实例里。')).toContain('Powerbarn')
})

test('对…来说 begins behind a name, not in it', () => {
  expect(found('这对于拾客来说很合理。')).toEqual([])
  expect(found('书店拾客来宣布裁员。')).toEqual(['拾客来'])
})

test('an organ that every project has, and a kind, name no body', () => {
  expect(found('社区选出了项目管理委员会。')).toEqual([])
  expect(found('许多项目加入了开源基金会。')).toEqual([])
  expect(found('许多项目加入了溪石基金会。')).toEqual(['溪石基金会'])
})

test('what stands before a gloss and says only a kind is no name of it', () => {
  const { organisations } = recogniser.recognise(article('标题', '在我们的组织（Google）里，桥由两队人看守。'))
  expect(organisations.map(({ forms }) => forms)).toEqual([['Google']])
})

test('cloud computing behind a company is a part of it, and an engine of cloud computing is a product', () => {
  expect(found('溪谷采用了谷歌云计算引擎。')).not.toContain('谷歌云计算')
  expect(found('他供职于谷歌云计算。')).toContain('谷歌云计算')
})

test('letters behind another Latin word are a part of a product, and a name behind an office is a person', () => {
  expect(found('这是 PowerVR SFC 系列的芯片。')).toEqual([])
  expect(found('微软 CEO Anna Hill 创办了它。')).toEqual(['微软'])
})

test('what bears the name of Apache is a program that it keeps, unless it ends as a body', () => {
  expect(found('她是 Apache Powerbarn 的创始人。')).toEqual([])
  expect(found('她是 Apache Powerbarn 基金会的创始人。')).toEqual(['Apache Powerbarn 基金会'])
  expect(found('2019 年它被捐赠给 Powerbarn。')).toEqual(['Powerbarn'])
})

test('a Latin word in front of a glossed name belongs to it where a body of that gloss is known so', () => {
  const known = createRecogniser(
    createGazetteer([entry('quillon-foundation', 'Quillon软件基金会', 'Quillon Software Foundation', 'NGO', 'US', '~QSF')]),
    [],
  )
  const { organisations } = known.recognise(article('标题', '它由 Quillon 软件基金会（QSF）维护。'))
  expect(organisations.map(({ key, forms }) => [key, forms])).toEqual([['quillon-foundation', ['Quillon 软件基金会']]])
})

test('partners, and what a known name begins, are whole', () => {
  expect(found('买家是Quillon, Marlow & Finch和Brexel + Holm的所有者Fenno Vash。')).toEqual([
    'Quillon, Marlow & Finch',
    'Brexel + Holm',
    'Fenno Vash',
  ])
  expect(found('Couch Engineering Services宣布裁员。')).toEqual(['Couch Engineering Services'])
})

test('who has shares or negotiates is a body, whatever person it is called after', () => {
  expect(found('竞争对手Arthur J Quillon的股价下跌2%。')).toEqual(['Arthur J Quillon'])
  expect(found('该公司与Lake Marlow Power就赔偿展开谈判。')).toEqual(['Lake Marlow Power'])
})

test('a dotted name behind the word for a house of its kind is that house', () => {
  expect(found('为它辩护的是律所奥尔本•芬奇(Alban Finch)。')).toEqual(['奥尔本•芬奇'])
  expect(found('为它辩护的是律师奥尔本•芬奇(Alban Finch)。')).toEqual([])
})

test('what joins two glosses is no part of the second, and a plan that is called like a company is none', () => {
  expect(found('债主有沙洲公司(Sandbank Company)和开发银行(Development Bank of Sandland)。')).toEqual(['沙洲公司', '开发银行'])
  expect(found('该国的“草图”(Draftly)计划本月启动。')).toEqual([])
})

test('a court that every country has begins behind a verb', () => {
  const known = createRecogniser(
    createGazetteer([
      entry('supreme-court-of-norway', '挪威最高法院', 'Supreme Court of Norway', 'GOVERNMENT', 'NO', '~最高法院'),
    ]),
    [],
  )
  const { organisations } = known.recognise(article('标题', '挪威副检察长将面对最高法院(Supreme Court)的法官。'))
  expect(organisations.map(({ forms }) => forms)).toEqual([['最高法院']])
})

test.each([
  ['他任命了部长和董事。', []],
  ['公司努力拓展业务。', []],
  ['周日航班取消。', []],
  ['舰队驶入杜马格特市。', []],
  ['这是全国电影节。', []],
  ['他的手中国债不少。', []],
  ['去年中国电信行业萎缩。', []],
  ['去年中国电信宣布裁员。', ['中国电信']],
  ['国电业绩下滑。', ['国电']],
  ['长和宣布裁员。', ['长和']],
  ['力拓展开谈判。', ['力拓']],
])('a short name is none across two words: %s', (sentence, names) => {
  const known = createRecogniser(
    createGazetteer([
      entry('harbour-holdings', '长和', 'Harbour Holdings', 'COMPANY', 'HK'),
      entry('rio-mining', '力拓', 'Rio Mining', 'COMPANY', 'AU'),
      entry('sun-airlines', '日航', 'Sun Airlines', 'COMPANY', 'JP'),
      entry('duma', '杜马', 'Duma', 'GOVERNMENT', 'RU'),
      entry('power-works', '国电', 'Power Works', 'COMPANY', 'CN'),
      entry('china-telecom', '中国电信', 'China Telecom', 'COMPANY', 'CN'),
    ]),
    [],
  )
  expect(known.recognise(article('标题', sentence)).organisations.map(({ nameZh }) => nameZh)).toEqual(names)
})

test('a known name that holds a list is whole before an abbreviation too', () => {
  const known = createRecogniser(
    createGazetteer([
      entry('department-for-bridges', '河运、桥梁和港口部', 'Department for Waterways, Bridges and Ports', 'GOVERNMENT', 'GB'),
    ]),
    [],
  )
  const { organisations } = known.recognise(article('标题', '拨款由河运、桥梁和港口部(DWBP)决定。'))
  expect(organisations.map(({ key, forms }) => [key, forms])).toEqual([['department-for-bridges', ['河运、桥梁和港口部']]])
})

test('a Chinese ending behind a Latin name is a part of it', () => {
  expect(found('它由 OPENIV 联盟维护。')).toEqual(['OPENIV 联盟'])
  expect(found('她在 North Ridge 理工学院讲课。')).toEqual(['North Ridge 理工学院'])
  expect(found('他存钱在 Northridge 银行。')).toEqual(['Northridge 银行'])
})

test('a card, a banker and a student are no part of a name', () => {
  expect(found('他用 Northridge 银行卡付款。')).not.toContain('Northridge 银行')
  expect(found('他见过 Northridge 银行家。')).not.toContain('Northridge 银行')
  expect(found('许多 CS 大学生们也是。')).toEqual([])
})

test('a Chinese ending behind a Latin name says its kind, in either script', () => {
  const kinds = (text: string) => recogniser.recognise(article('标题', text)).organisations.map(({ kind }) => kind)
  expect(kinds('她在 North Ridge 大学讲课。')).toEqual(['UNIVERSITY'])
  expect(kinds('她在 North Ridge 大學講課。')).toEqual(['UNIVERSITY'])
})

test('where Latin names are many, what only ends like a body is a method or a program', () => {
  const text = (sentence: string) =>
    `${sentence}\n${'她在山里的一座小屋用 Rust 和 Python 写程序，写给住在山下的人和她自己看，一写就是十年。'.repeat(12)}`
  expect(found(text('这时一个 HTTP POST 请求被发送。'))).toEqual([])
  expect(found(text('随着 Service Workers 的推行，网页可以离线。'))).toEqual([])
  expect(found(text('我们发布了 Service Mesh 的介绍，Service Mesh 发布于去年。'))).toEqual([])
})

describe('glosses of towns', () => {
  test.each([
    ['在英格兰东北部的桑德兰(Sunderland)，商店早早关门。'],
    ['他出生于罗姆福德(Romford)，父亲是木匠。'],
    ['格兰奇茅斯(Grangemouth)工厂的工人领到了毛毯。'],
    ['邻镇的费尔德斯堡(Felixstowe)下了雪，费尔德斯堡的集市照开。'],
  ])('%s names no body', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    ['床垫零售商凯斯珀(Casper)去年开了三家店。', 'Casper'],
    ['罗姆福德(Romford)宣布将裁员三百人。', 'Romford'],
    ['快乐脸(Happy Face)是一家面包连锁店。', 'Happy Face'],
    ['夜班面包师(Night Bakers)投资公司接手了它。', 'Night Bakers'],
    ['学者之家(House of Scholars)的院长没有回应。', 'House of Scholars'],
    ['健身连锁轻羽(Feather)关了两家店。', 'Feather'],
    ['红溪酒庄(Château Rouge)的存货不多。', 'Château Rouge'],
    ['酒商哈特兄弟与洛克(Hart Bros & Locke)调高了价格。', 'Hart Bros & Locke'],
  ])('%s is a body, though called like a town or by words', (text, name) => {
    expect(found(text)).toHaveLength(1)
    expect(recogniser.recognise(article('标题', text)).organisations[0]!.nameEn).toBe(name)
  })
})

describe('glosses of what bodies make, and of other things', () => {
  test.each([
    ['患者服用普洛维(Plovix)，一天两次。', []],
    ['赛马“南方号角”(Southern Bugle)赢了。', []],
    ['腾讯的小橙(Cheng)会讲笑话。', ['腾讯']],
    ['腾讯推出的云雀(Lark)卖得不错。', ['腾讯']],
    ['考奇(Couch)是一种野草。', []],
    ['瓦维斯派(Wavism)的信徒守斋。', []],
    ['他们在旧金山的肖迪奇(Shoredale)开了一家店。', []],
    ['瑞卡(couch)是一种旧币。', []],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names)
  })
})

describe('a country and a trade', () => {
  const trades = createRecogniser(
    createGazetteer([
      entry('bank-of-poland', '波兰银行', 'Bank of Poland', 'CENTRAL_BANK', 'PL', '波兰央行'),
      entry('polish-oil', '波兰石油', 'Polish Oil', 'COMPANY', 'PL'),
      entry('nbp', '波兰财政部', null, 'GOVERNMENT', 'PL'),
      entry('mof', '芬兰财政部', null, 'GOVERNMENT', 'FI'),
    ]),
    [],
  )
  const names = (text: string) => trades.recognise(article('标题', text)).organisations.map(({ nameZh }) => nameZh)

  test.each([
    ['波兰银行的坏账率居高不下。', []],
    ['大多数波兰石油都要运出海。', []],
    ['大型波兰银行宣布降息。', []],
    ['受访者说，波兰银行受到雨灾的影响。', []],
    ['波兰银行宣布降息。', ['波兰银行']],
    ['波兰央行的一名官员说，波兰银行受到雨灾的影响。', ['波兰银行']],
    ['波兰石油宣布减产。', ['波兰石油']],
    ['波兰的会议结束后，外国财政部没有回应。', []],
    ['波兰财政部长没有出席。', []],
    ['拉脱维亚财政部长没有出席。', []],
    ['拉脱维亚财政部没有回应。', ['拉脱维亚财政部']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

test.each(['中国反垄断监管机构', '西班牙反腐检察机关', '非营利组织'])('%s says what it is for, and is no name', (name) => {
  expect(isGeneric(name)).toBe(true)
})

describe('what stands in a list with a body', () => {
  test.each([
    ['腾讯、QRT和Vild Jansen都来了。', ['腾讯', 'QRT', 'Vild Jansen']],
    ['腾讯与iCorda签了字。', ['腾讯', 'iCorda']],
    ['腾讯与Anna Hill签了字。', ['腾讯']],
    ['腾讯和CFO都来了。', ['腾讯']],
  ])('%s', (text, names) => {
    expect(found(text).toSorted()).toEqual(names.toSorted())
  })
})

test('what becomes electric or national is no company', () => {
  expect(found('日本电气化铁路很多。')).toEqual([])
  expect(found('日本电气化学部门很大。')).toEqual(['日本电气'])
})
