/**
 * Products whose names in a text say which company its weak Chinese name means there: 苹果 beside iOS, 甲骨文 beside Java. By the body's
 * key, folded.
 */
export const productsOf: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    apple: 'ios|iphone|ipad|macos|mac os|os x|xcode|objective-c|swift|safari|webkit|wwdc|cocoa|uikit|app store',
    oracle: 'java|jdk|mysql|solaris|virtualbox|openoffice|linux',
    xiaomi: 'android|miui',
    blackberry: 'android|ios|qnx',
    citrix: 'xen|xenserver',
  }).map(([body, names]) => [body, new RegExp(`(?<![a-z])(?:${names})(?![a-z])`)]),
)

/** 苹果和橘子, 一个苹果: fruit. */
export const isFood = (folded: string, start: number, end: number): boolean =>
  /[个颗斤吃买红青小]$/.test(folded.slice(Math.max(0, start - 1), start)) ||
  /^(?:[和与、]? ?(?:橘|橙|香蕉|梨|桃|葡萄)|[汁派树皮粥])/.test(folded.slice(end, end + 5))
