const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封储靳段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利蔚越夔隆师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰关蒯相查荆红游竺权逯盖益桓公闫肖'
/** Words of two characters that begin with a surname, or stand where a name would. */
const notNames =
  /^(?:时评|社评|专家|分析|观点|调查|研究|独家|快讯|视频|播客|图解|图集|华尔街|白宫|美国|英国|中国|日本|德国|法国|欧盟|外媒|英媒|美媒|官方|知情人|消息|报告|记者|高盛|万科|华为|苹果|谷歌|马云)$/

/** Whether two or three characters are a surname and a given name, as far as one can tell without knowing the person. */
export function isChineseName(text: string): boolean {
  const { length } = [...text]
  return length >= 2 && length <= 3 && surnames.includes(text[0]!) && !notNames.test(text)
}

/** Whether a word stands where names do and is none. */
export function isNoName(text: string): boolean {
  return notNames.test(text)
}
