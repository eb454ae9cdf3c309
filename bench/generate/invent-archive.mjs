import { stableId } from '../../dist/text/stable-id.js'
import { createRandom, times } from './random.mjs'

const kinds = ['COMPANY', 'BANK', 'FUND', 'GOVERNMENT', 'UNIVERSITY', 'MEDIA', 'NGO', 'OTHER']
const suffixes = ['公司', '银行', '基金', '部', '大学', '报', '协会', '']
const syllables = 'ba ko lin dar mes to ver shi gan ro el pra zu nor ti cal ed min os hua'.split(' ')

/**
 * An archive in the shape of a real one: organisations, translators and words occur as Zipf says, so that a few are everywhere and
 * most are rare. What counts articles (`count`, `translated` …) is right once `articles()` has come to its end.
 */
export function inventArchive({ articleCount, seed, characters: blockLength }) {
  const { random, below, some, zipf } = createRandom(seed)
  const characters = times(3000, (index) => String.fromCharCode(0x4e00 + ((index * 6007) % 20900)))
  const chinese = (length) => times(length, () => characters[zipf(characters.length, 20)]).join('')
  const latin = (length) => times(length, () => syllables[below(syllables.length)]).join('')
  const capital = (word) => word[0].toUpperCase() + word.slice(1)
  const words = times(40_000, () => chinese(1 + (random() < 0.9 ? some(2) : below(4))))

  const organisations = times(Math.min(30_000, Math.ceil(articleCount / 4) + 50), (index) => {
    const kind = index % kinds.length
    const zh = chinese(1 + some(3)) + suffixes[kind]
    const en = `${capital(latin(some(3)))} ${capital(latin(2))}`
    const slug = `${en.toLowerCase().replace(' ', '-')}-${index}`
    return { id: stableId('Organisation', slug), slug, zh, en, kind: kinds[kind], count: 0, major: 0, about: 0 }
  })
  const publishers = times(4, (index) => ({
    id: stableId('Publisher', `desk-${index}`),
    slug: `desk-${index}`,
    language: index === 2 ? 'zh-Hant' : 'zh-Hans',
    count: 0,
  }))
  const contributors = times(Math.min(2000, Math.ceil(articleCount / 20) + 20), (index) => {
    const publisher = publishers[index % publishers.length]
    const name = `${chinese(2 + below(2))}${index}`
    return { id: stableId('Contributor', publisher.slug, name), name, publisher, translated: 0, written: 0 }
  })
  const byPublisher = publishers.map((publisher) => contributors.filter((one) => one.publisher === publisher))
  /** Address → how often it was translated. */
  const originals = new Map()

  const firstDay = Date.UTC(2004, 0, 1)
  const span = 20 * 365 * 86_400_000
  const timeOf = (index) => new Date(firstDay + Math.floor(((index * 7919) % articleCount) * (span / articleCount))).toISOString()

  const inventBlock = () => {
    let text = ''
    for (const target = Math.ceil(blockLength * (0.4 + 1.2 * random())); text.length < target; ) {
      text += words[zipf(words.length, 3)]
      if (random() < 0.12) text += '，'
    }
    return { kind: 'PARAGRAPH', text: `${text}。`, html: '' }
  }

  const nameBodies = (blocks) => {
    const ranks = new Set(times(some(12), () => zipf(organisations.length)))
    return [...ranks].map((rank) => {
      const organisation = organisations[rank]
      const form = random() < 0.8 ? organisation.zh : organisation.en
      const places = [...new Set(times(zipf(6) + 1, () => below(blocks.length)))].map((paragraph) => {
        const start = blocks[paragraph].text.length
        blocks[paragraph].text += form
        return [paragraph, start]
      })
      organisation.count++
      return { organisation, form, places }
    })
  }

  function* articles() {
    for (let index = 0; index < articleCount; index++) {
      const desk = zipf(publishers.length)
      const publisher = publishers[desk]
      const url = `https://${publisher.slug}.example/story/${index}`
      const blocks = times(4 + some(10), inventBlock)
      const named = nameBodies(blocks)
      for (const block of blocks) block.html = `<p>${block.text}</p>`
      const shared = random() < 0.02 ? below(Math.ceil(articleCount / 20)) : null
      // Every ninth stands where the desk's own articles do: its publisher is known.
      const host = `${publisher.slug}.${(shared ?? index) % 9 === 0 ? 'example' : 'test'}`
      const original = random() < 0.7 ? `https://${host}/original/${shared ?? `own-${index}`}` : null
      if (original !== null) originals.set(original, (originals.get(original) ?? 0) + 1)
      publisher.count++
      const people = byPublisher[desk]
      const translators = [...new Set(times(zipf(3) + 1, () => zipf(people.length)))].map((rank) => people[rank])
      const author = people[zipf(people.length)]
      for (const translator of translators) translator.translated++
      author.written++
      yield {
        index,
        id: stableId('Article', url, publisher.language),
        url,
        publisher,
        at: timeOf(index),
        title: `${chinese(4 + below(8))}${random() < 0.3 ? named[0].form : ''}${chinese(2 + below(6))}`,
        lead: random() < 0.8 ? chinese(20 + below(30)) : null,
        blocks,
        named,
        original,
        translators,
        author,
      }
    }
  }

  return { organisations, publishers, contributors, originals, articles }
}
