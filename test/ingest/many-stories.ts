import { documentText } from '../support/documents.ts'

const places = ['青石', '白沙', '红松', '蓝湖', '长桥', '北岸', '南坡', '东溪']
const english = ['Greenstone', 'Whitesand', 'Redpine', 'Bluelake', 'Longbridge', 'Northshore', 'Southhill', 'Eastbrook']
const bodies: [zh: string, en: string][] = [
  ['银行', 'Bank'],
  ['大学', 'University'],
  ['集团', 'Group'],
  ['基金会', 'Foundation'],
]
const translators = ['林小河', '周石', '赵山', '陈雨田']

/**
 * Stories of three desks that name one another's organisations, some with a gloss and some without, so that what one teaches
 * others need; with documents that give nothing. No two stories are copies of one article.
 */
export function manyStories(count: number): Record<string, string> {
  const files: Record<string, string> = {}
  for (let number = 0; number < count; number++) {
    const desk = 'abc'[number % 3]!
    const place = places[number % places.length]!
    const [zh, en] = bodies[Math.floor(number / 3) % bodies.length]!
    const name = `${place}${zh}`
    const isGlossed = number % 5 === 0
    const other = `${places[(number * 7 + 3) % places.length]}${bodies[(number + 1) % bodies.length]![0]}`
    files[`desk-${desk}/${String(number).padStart(5, '0')}.md`] =
      number % 37 === 36
        ? ''
        : documentText({
            url: `https://desk-${desk}.example/story/${number}`,
            title: `${place}的第${number}天`,
            time: Date.UTC(2015, 0, 1) + number * 86_400_000,
            paragraphs: [
              `${name}${isGlossed ? `(${english[number % english.length]} ${en})` : ''}昨天在河边开了第${number}间书店，读者排起了长队。`,
              `在那里，${other}也卖谷歌的地图和微软的杂志。`,
              `译者/${translators[number % translators.length]}`,
            ],
          })
  }
  return files
}
