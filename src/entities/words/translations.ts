/**
 * Words that names of bodies are made of, and what translators make of them: enough to say which characters in front of a bracket
 * the English inside it accounts for. English stems (`econom` covers Economic and Economics); simplified Chinese.
 */
const vocabulary = `
academ:学院,科学院,学术 accident:事故 account:会计,账户 action:行动 adminis:管理局,管理,行政,总署,署,局 advanced:高级,先进 advertis:广告 advis:顾问,咨询 aerospace:航天,航空航天,宇航 affairs:事务 against:反对,反 agency:局,署,机构,社,通讯社,机关 agricultur:农业
aid:援助 air:空,航空,空气 airline:航空,航空公司 airport:机场 airways:航空 alliance:联盟,同盟 allied:联合 alternative:选择,另类 analy:分析 animal:动物 anti:反 appeal:上诉 architect:建筑 armed:武装 army:军,陆军 art:艺术,美术 artificial:人工 assembly:议会,大会 asset:资产 associat:协会,联合会,学会,社 astro:天文,天体,航天 atlantic:大西洋
atomic:原子能,核 attorney:检察,律师 audit:审计 authorit:局,管理局,当局,管理,机构 auto:汽车 automobile:汽车 automotive:汽车 aviation:航空 bank:银行 banker:银行家,银行 bar:律师 beer:啤酒 behavio:行为 bio:生物 biolog:生物 board:委员会,理事会,董事会,局 book:图书,书 border:边境,边界 brand:品牌 brew:酿酒,啤酒 broadcast:广播 brother:兄弟 bros:兄弟 budget:预算 build:建筑 bureau:局,处
business:商业,商学,企业,商务,工商 cable:有线 cancer:癌症 capital:资本 car:汽车 carbon:碳 care:护理,医疗 catholic:天主教 central:中央,中 centre:中心 center:中心 chamber:商会,会 charit:慈善 chem:化学,化工 child:儿童 christian:基督教 church:教会,教堂 citizen:公民 city:市,城市 civil:公民,民事,民用,民 climate:气候 clinic:临床,诊所 cloud:云 club:俱乐部 coal:煤炭,煤业 coalition:联盟,联合 coffee:咖啡 college:学院,大学
command:司令部 commerc:商务,商业,商会,贸易,工商 commission:委员会 committee:委员会 commodit:商品 common:共同,公共,英联邦,下议院 commonwealth:联邦,英联邦 communic:通信,通讯,传播 communist:共产,共产党 communit:社区,共同体 compan:公司 competition:竞争 comput:计算,电脑,计算机 conduct:行为 confedera:联合会,邦联,同盟 conference:会议,大会 congress:国会,大会 conserva:保守,保护 construct:建筑,建设 consult:咨询,顾问 consumer:消费者,消费 control:控制,管制 cooper:合作
corp:公司 corporat:公司,企业,集团,总公司 council:理事会,委员会,议会,协会 counter:反 court:法院,法庭 credit:信贷,信用 crime:犯罪 criminal:刑事,犯罪 cultur:文化 custom:海关 cyber:网络 dairy:乳业 data:数据 defen:国防,防务,防卫 delta:三角洲 democra:民主,民主党 department:部,局,署 develop:发展,开发 diamond:钻石 digital:数字 diplom:外交 direct:总局,局 disease:疾病 drug:药品,毒品,药物 east:东 econom:经济 econometr:计量经济 education:教育 eighth:第八 election:选举 electric:电气,电力,电机 electronic:电子 emergency:紧急,应急
employ:就业,雇主 energy:能源 engineer:工程 enterprise:企业 entertainment:娱乐 environment:环境,环保 equal:平等 equit:股权,股票,公平 estate:地产 ethic:道德,伦理 evening:晚 exchange:交易所,交易 executive:执行 export:出口 express:快递,快运,快报,特快 family:家庭 farm:农场 fashion:时装,时尚 federal:联邦 federat:联合会,联邦,联盟 fifth:第五 film:电影 financ:金融,财务,财经,财政 fire:消防,火 first:第一 fiscal:财政 fish:渔业 flight:飞行 food:食品,粮食 football:足球 foreign:外交,对外,外国 forest:森林,林业
forum:论坛 foundation:基金会 free:自由 freedom:自由 friend:之友 front:阵线 fuel:燃料 fund:基金,基金会 futures:期货 gallery:画廊,美术馆 game:游戏 gas:天然气,燃气,煤气 gazette:公报 general:通用,总,综合 geograph:地理 geolog:地质 global:全球,环球 globe:环球 gold:黄金,金 government:政府 grand:大 great:大 green:绿色,绿 group:集团,小组,组 groupe:集团 guard:卫队,警卫 guardian:卫报 hall:厅 health:卫生,健康,医疗,保健 herald:先驱 heritage:遗产,传统 high:高等,高级,最高 histor:历史 holding:控股 home:家居,内政,家 homeland:国土 hospital:医院
hotel:酒店 house:院,屋,出版社 housing:住房 human:人权,人类,人力 humanit:人道 immigra:移民 imperial:帝国,皇家 independen:独立 index:指数 industr:工业,产业,实业,行业 information:信息,资讯 infrastructure:基础设施 initiative:倡议 innovation:创新 institut:研究所,学院,研究院,协会,学会,院 insur:保险 integrat:一体化,综合 intellectual:知识 intelligence:情报,智能 interior:内政 internal:国内,内部 international:国际 internet:互联网 invest:投资 jewish:犹太 joint:联合 journal:日报,杂志,期刊,学报 journalis:新闻,记者 justice:司法,正义 labo:劳工,劳动,工党 laborator:实验室 labour:劳工,劳动,工党 land:土地 language:语言 law:法律,法学,法
league:联盟 learn:学习 legal:法律 liberal:自由 liberation:解放 liberty:自由 library:图书馆 life:人寿,生命 limited:有限公司 literat:文学 local:地方 logistic:物流 machine:机器,机械 magazine:杂志 mail:邮报,邮政 management:管理 manufactur:制造 marine:海洋,海事 maritime:海事 market:市场 mathemati:数学 media:媒体,传媒 medic:医学,医疗,医药 metal:金属 meteorolog:气象 metropolitan:大都会 military:军事 mine:矿业 mineral:矿产,矿业 mining:矿业 minist:部 mobile:移动 moderni:现代 monetary:货币,金融 money:货币 monitor:监测,观察 morning:早,晨 mortgage:抵押 motor:汽车 movement:运动 museum:博物馆 music:音乐 mutual:相互,共同
nation:国家,联合国 national:国家,国民,全国,民族,国立 natural:自然,天然 naval:海军 navy:海军 network:网络,电视网 new:新 news:新闻,消息 newspaper:报纸,报 north:北,北方 nuclear:核,核电,核能 observ:观察,天文台 observatory:天文台,观察站 ocean:海洋 office:办公室,局,处,办事处 oil:石油 olympic:奥林匹克,奥运 opera:歌剧 operat:业务,运营 orchestra:乐团 organi:组织 overseas:海外 pacific:太平洋 paper:纸业 parliament:议会 partner:合伙,伙伴 party:党 patent:专利 patient:患者 peace:和平 pension:养老金,退休金 people:人民,人民党 petrol:石油 petroleum:石油 pharma:制药,药业,医药 photo:摄影 physic:物理
plan:规划,计划 police:警察,警方 polic:政策 politic:政治 popula:人口,大众 port:港口 post:邮报,邮政,邮 poverty:贫困 power:电力,能源 press:出版社,新闻,报业 prevention:预防 preven:预防 privacy:隐私 private:私人,私营 product:产品,生产 progress:进步 project:项目,计划 property:地产,财产,产权 prosecut:检察 protect:保护 protection:保护,防护 prudential:审慎 psychiatr:精神病,精神 psycholog:心理 public:公共,公众,公益 publish:出版 quality:质量 radio:广播,电台 rail:铁路 railway:铁路 rating:评级 real:房地产,皇家 recruit:招聘 red:红 reform:改革 refugee:难民 region:地区,区域 regulat:监管 relations:关系 relief:救济,救援 renewable:可再生 republic:共和国,共和 republican:共和,共和党 reserve:储备 research:研究,研究所 resident:居民
resource:资源 responsib:责任 responsive:响应 retail:零售 revenue:税务,收入 review:评论 revolution:革命 right:权利,人权,权 risk:风险 road:公路 royal:皇家 rural:农村 safety:安全 satellite:卫星 saving:储蓄 school:学院,学校 scien:科学,科技 scientist:科学家 second:第二 secret:秘密,特勤 securit:证券,安全 securities:证券 semiconductor:半导体 senate:参议院 senior:高级 service:服务,局,署,事务 ship:航运,船 shipbuild:造船 social:社会,社交 socialist:社会,社会党 societ:协会,学会,社会 software:软件 solar:太阳能 solution:解决方案 south:南,南方 southern:南方 sovereign:主权 space:太空,航天,空间 sport:体育 standard:标准,旗帜 star:星 state:国家,国务,国,州 statistic:统计,统计局 steel:钢铁 stock:证券,股票 strateg:战略
studies:研究,研究所 studio:工作室,影业 study:研究 summit:峰会 supreme:最高 survey:调查,勘探 sustainab:可持续 system:系统 tax:税务,税收 tea:茶 teacher:教师 tech:科技,技术 technic:技术,理工 technolog:科技,技术,理工 telecom:电信 telegraph:电讯 television:电视,电视台 textile:纺织 theatre:剧院 theolog:神学 think:思想,智库 third:第三 times:时报,泰晤士报 tobacco:烟草 tourism:旅游 toy:玩具 trade:贸易 traffic:交通 training:培训 transparency:透明 transport:交通,运输 travel:旅行,旅游 treasur:财政,财政部,国库 treaty:条约,公约 tribune:论坛 trust:信托 unemploy:失业 union:联盟,工会,联合会,联合 united:联合,曼联 univers:大学 university:大学 urban:城市 venture:风险投资,创投 veteran:退伍军人 video:视频 vision:视觉 volunteer:志愿
war:战争 watch:观察 water:水务,水 wealth:财富 weather:气象 web:网络 week:周 weekly:周刊 welfare:福利 west:西,西方 western:西方 wildlife:野生动物 wine:葡萄酒 wireless:无线 women:妇女,女性 wood:木 work:工作,劳工 worker:工人,劳工 world:世界 young:青年 youth:青年
aluminium:铝业,铝 arbitrat:仲裁 automat:自动化 avia:航空 bishop:主教 blind:盲人 blood:血液 brain:脑 broker:经纪 builder:建筑商 cement:水泥 chef:厨师 clear:清算,结算 clothing:服装 cosmetic:化妆品 cotton:棉花 cycl:自行车 dental:牙科 deposit:存款 doping:兴奋剂,禁药 drink:饮料 drone:无人机 earth:地球 econometric:计量经济 editor:编辑 electoral:选举 evolution:进化 exhibition:展览 fair:公平 farmer:农民,农场主 fertil:化肥 fisher:渔民,渔业 furniture:家具 gender:性别 genetic:遗传 genom:基因组 golf:高尔夫 guild:公会,协会 gun:枪支 hunger:饥饿 institutional:机构 infrastruct:基础设施 investor:投资者 jewel:珠宝 judicia:司法 lawyer:律师 leadership:领导力 lend:贷款,借贷 lotter:彩票 maker:制造商 manager:管理者,经理 mental:精神,心理 migra:移民 motion:电影 nurs:护士,护理 nutrition:营养 obes:肥胖 officer:官员,管理者 organic:有机 owner:业主 paralymp:残疾人奥林匹克,残奥 payment:支付 pediatr:儿科 pilot:飞行员 player:球员 pollution:污染 portfolio:投资组合 professional:专业,职业 quarantine:检疫 rac:赛车 realtor:房地产经纪人 restaurant:餐饮,餐馆 retailer:零售商 robot:机器人 seed:种子 seismo:地震 settlement:结算 shareholder:股东 sleep:睡眠 small:小 soccer:足球 soy:大豆 speech:言论 student:学生 sugar:糖业,糖 surg:外科 swim:游泳 tennis:网球 terror:恐怖 torture:酷刑 trader:交易商,交易员 truck:卡车 utilit:公用事业 vaccin:疫苗 victim:受害者 vot:选民,投票 wage:工资 weapon:武器 wheat:小麦`

const places = `
afghan:阿富汗 africa:非洲,南非 algeria:阿尔及利亚 america:美国,美洲 american:美国,美洲 amsterdam:阿姆斯特丹 argentin:阿根廷 asia:亚洲,亚太 asian:亚洲 australia:澳大利亚,澳洲 austria:奥地利 bangladesh:孟加拉国,孟加拉 beijing:北京 belgi:比利时 berlin:柏林 boston:波士顿 brazil:巴西 britain:英国,不列颠 british:英国,不列颠,英 brussels:布鲁塞尔 california:加州,加利福尼亚 cambodia:柬埔寨 canad:加拿大 catalan:加泰罗尼亚 chicago:芝加哥
chile:智利 china:中国,华 chinese:中国,华,中华 colombia:哥伦比亚 croat:克罗地亚 cuba:古巴 czech:捷克 danish:丹麦 denmark:丹麦 delhi:德里 dubai:迪拜 dutch:荷兰 egypt:埃及 england:英格兰,英国 english:英国,英格兰 ethiopia:埃塞俄比亚 europe:欧洲,欧 european:欧洲,欧盟,欧 finland:芬兰 finnish:芬兰 france:法国 french:法国 frankfurt:法兰克福 german:德国,德意志 geneva:日内瓦 ghana:加纳 greece:希腊 greek:希腊 guangdong:广东 hong:香港 hungar:匈牙利 iceland:冰岛 india:印度 indian:印度 indonesia:印度尼西亚,印尼
iran:伊朗 iraq:伊拉克 ireland:爱尔兰 irish:爱尔兰 islam:伊斯兰 israel:以色列 istanbul:伊斯坦布尔 ital:意大利 japan:日本 jordan:约旦 kazakh:哈萨克斯坦,哈萨克 kenya:肯尼亚 kong:香港 korea:韩国,朝鲜 korean:韩国,朝鲜 kuwait:科威特 kurd:库尔德 latin:拉丁美洲,拉美 lebanon:黎巴嫩 libya:利比亚 london:伦敦 luxembourg:卢森堡 madrid:马德里 malaysia:马来西亚 mexic:墨西哥 milan:米兰 mongol:蒙古 morocc:摩洛哥 moscow:莫斯科 munich:慕尼黑 muslim:穆斯林 myanmar:缅甸 netherlands:荷兰 zealand:新西兰 nigeria:尼日利亚 norw:挪威 pakistan:巴基斯坦
palestin:巴勒斯坦 paris:巴黎 peking:北京 peru:秘鲁 philippine:菲律宾 poland:波兰 polish:波兰 portug:葡萄牙 qatar:卡塔尔 romania:罗马尼亚 russia:俄罗斯,俄 saudi:沙特,沙特阿拉伯 scotland:苏格兰 scottish:苏格兰 serb:塞尔维亚 shanghai:上海 shenzhen:深圳 singapore:新加坡 slovak:斯洛伐克 spain:西班牙 spanish:西班牙 stockholm:斯德哥尔摩 sudan:苏丹 sweden:瑞典 swedish:瑞典 swiss:瑞士 switzerland:瑞士 sydney:悉尼 syria:叙利亚 taiwan:台湾 texas:德州,德克萨斯 thai:泰国 tibet:西藏 tokyo:东京 toronto:多伦多 tunisia:突尼斯 turk:土耳其 uk:英国 ukrain:乌克兰 us:美国 venezuela:委内瑞拉 vienna:维也纳 vietnam:越南 wales:威尔士
washington:华盛顿 york:纽约 zurich:苏黎世 uganda:乌干达 zimbabwe:津巴布韦 yemen:也门 rome:罗马 vatican:梵蒂冈 caribbean:加勒比 arab:阿拉伯 gulf:海湾 mediterranean:地中海 nordic:北欧 baltic:波罗的海 balkan:巴尔干 atlantic:大西洋 cambridge:剑桥 oxford:牛津 harvard:哈佛 yale:耶鲁 stanford:斯坦福 princeton:普林斯顿 columbia:哥伦比亚 cornell:康奈尔 hindu:印度教`

const read = (text: string): [stem: string, words: string[]][] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [stem, words] = entry.split(':') as [string, string]
      return [stem, words.split(',')]
    })

const placePairs = read(places)
const byStem = new Map<string, string[]>()
for (const [stem, words] of [...read(vocabulary), ...placePairs]) byStem.set(stem, [...(byStem.get(stem) ?? []), ...words])

/** Names of places as they stand at the front of Chinese names of bodies. */
export const placeWords: ReadonlySet<string> = new Set([
  ...placePairs.flatMap(([, words]) => words).filter((word) => word.length > 1),
  '联合国',
])

/** Every Chinese word of the vocabulary: what names of kinds, not of bodies, are made of. */
export const vocabularyWords: ReadonlySet<string> = new Set([...byStem.values()].flat())

const longestStem = Math.max(...[...byStem.keys()].map((stem) => stem.length))

/** Words come again and again: so many are remembered. */
const mostRemembered = 5_000
const remembered = new Map<string, readonly string[]>()

/** What an English word may have become in Chinese; empty when it is not in the vocabulary. */
export function translationsOf(word: string): readonly string[] {
  let there = remembered.get(word)
  if (there === undefined) {
    there = lookUp(word)
    if (remembered.size >= mostRemembered) remembered.clear()
    if (word.length <= longestStem) remembered.set(word, there)
  }
  return there
}

function lookUp(word: string): readonly string[] {
  const lower = word
    .toLowerCase()
    .replace(/[.'’]s?$/g, '')
    .replace(/[.]/g, '')
  // A stem covers the endings of its word, not other words that happen to begin so (`us` is no stem of `user`).
  for (let length = Math.min(longestStem, lower.length); length >= 2; length--) {
    const found = byStem.get(lower.slice(0, length))
    if (found !== undefined && (length >= 4 || lower.length - length <= 1)) return found
  }
  return []
}
