/* What stands around a platform (see isPlatform of the gazetteer's entries) that is used: it names the site or the program, not its company. */

const more = '(?:\\s*(?:、|和|及|与|或|以及|,|，|/)\\s*[a-z0-9+]+)*'
/** Behind a platform that is used: 上, 账号, 等社交媒体平台. */
export const behindUsedPlatform = new RegExp(
  `^${more}\\s*(?:等)?(?:的|之类的)?\\s*(?:上|中的|里|平台|账号|账户|帐号|帐户|帐戶|页面|主页|专页|专栏|公众号|微博|视频号|官方账号|用户|使用者|仓库|代码库|议题|issue|帖子|帖文|推文|消息|信息流|视频|频道|群组|群|个人|链接|下载|项目|网站|搜索|社交|社群|社团|粉专|粉丝团|应用|客户端|插件|api|按钮|登录|分享|直播|粉丝|评论|简介|动态|贴文|文章|教程|文档|官网|源码|release|版本|服务器|用|使用|支持|整合|集成|风格|话题|发布页|主仓库|拉取请求|pr(?![a-z])|的?贡献|登陆)`,
)
/** Instagram|、豆瓣和知乎等社交平台: what the list is of. */
export const listOfPlatforms =
  /^(?:\s*(?:、|和|及|与|或|以及)\s*[\p{L}\d+]{1,12}(?: [\p{L}\d+]{1,12})?){1,8}\s*等(?:各类|主流|知名|常用|国内外)?(?:社交|社群|平台|网站|应用(?!商|开发)|软件(?!公司|企业)|即时通讯|通讯工具)/u
/** In front of a platform that is used: 在, 通过, 我的. */
export const beforeUsedPlatform =
  /(?:在|于|通过|透过|利用|使用|选用了?|采用|用|观看|连接|集成|整合|一条|这条|那条|我的|你的|您的|其|他的|她的|自己的|到|至|上传到|发布到|分享到|关注|访问|登录|登陆|打开|从|去|注册|下载|安装|基于|创建|托管在|同步到|推送到|搜索|一个|些|or|and|follow|on|via|using|use)\s*$/
