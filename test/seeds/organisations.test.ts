import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { foldKey } from '../../src/entities/gazetteer/known-name.ts'
import { type GazetteerEntry, organisationKinds } from '../../src/entities/recognition.ts'

const read = (name: string) => readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8')
const text = read('organisations.json')
const schema = JSON.parse(read('organisations.schema.json'))
const entries: GazetteerEntry[] = JSON.parse(text)

const namesOf = ({ nameZh, nameEn, aliases }: GazetteerEntry) =>
  [nameZh, nameEn, ...aliases.map((alias) => alias.text)].filter((name) => name !== null)

/** Names that match alone: those that do not stand among the weak aliases. */
function strongNamesOf(entry: GazetteerEntry): string[] {
  const weak = new Set(entry.aliases.filter((alias) => alias.weak).map((alias) => alias.text))
  return namesOf(entry).filter((name) => !weak.has(name))
}

function bodiesByName(named: (entry: GazetteerEntry) => string[]): Map<string, GazetteerEntry[]> {
  const bodies = new Map<string, GazetteerEntry[]>()
  for (const entry of entries)
    for (const key of new Set(named(entry).map(foldKey))) bodies.set(key, [...(bodies.get(key) ?? []), entry])
  return bodies
}
const strong = bodiesByName(strongNamesOf)
const any = bodiesByName(namesOf)
const slugs = (name: string, names = any) => (names.get(foldKey(name)) ?? []).map((entry) => entry.slug)

test('every entry has the form that the schema describes', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema)
  validate(entries)
  const wrong = (validate.errors ?? []).map(({ instancePath, message }) => {
    const index = Number(instancePath.split('/')[1])
    return `${entries[index]?.slug} ${instancePath} ${message}`
  })
  expect(wrong).toEqual([])
})

test('the schema knows the same kinds as the code', () => {
  expect(schema.definitions.entry.properties.kind.enum).toEqual([...organisationKinds])
})

test('one entry a line, sorted by slug, so that a change is a line in a diff', () => {
  const lines = text.trimEnd().split('\n')
  expect([lines[0], lines.at(-1)]).toEqual(['[', ']'])
  expect(lines.slice(1, -1).map((line) => JSON.parse(line.replace(/,$/, '')).slug)).toEqual(entries.map(({ slug }) => slug))
  expect(entries.map(({ slug }) => slug)).toEqual([...entries.map(({ slug }) => slug)].sort())
})

test('slugs and Wikidata ids name one body each', () => {
  const twice = (values: (string | null)[]) => values.filter((value, index) => value !== null && values.indexOf(value) !== index)
  expect(twice(entries.map(({ slug }) => slug))).toEqual([])
  expect(twice(entries.map(({ wikidata }) => wikidata))).toEqual([])
})

test('countries are those of ISO 3166', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const unknown = entries.filter(({ country }) => country !== null && names.of(country) === undefined)
  expect(unknown.map(({ slug, country }) => `${slug} ${country}`)).toEqual([])
})

test('there are thousands of bodies, of every kind, most with a Chinese name', () => {
  expect(entries.length).toBeGreaterThanOrEqual(4000)
  const kinds = new Set(entries.map(({ kind }) => kind))
  expect(organisationKinds.filter((kind) => !kinds.has(kind))).toEqual([])
  expect(entries.filter(({ nameZh }) => nameZh !== null).length).toBeGreaterThan(entries.length * 0.9)
})

test('a name that matches alone is the name of one body', () => {
  const shared = [...strong].filter(([, bodies]) => bodies.length > 1)
  expect(shared.map(([name, bodies]) => `${name}: ${bodies.map(({ slug }) => slug).join(', ')}`)).toEqual([])
})

test('a body has one entry: none shares both its English name and its country', () => {
  const bodies = new Map<string, string[]>()
  for (const { slug, nameEn, country } of entries) {
    if (nameEn === null) continue
    const key = `${foldKey(nameEn).replace(/^the /, '')}, ${country}`
    bodies.set(key, [...(bodies.get(key) ?? []), slug])
  }
  expect([...bodies.values()].filter((slugs) => slugs.length > 1)).toEqual([])
})

test('no name that matches alone is a single character or a number', () => {
  const short = [...strong.keys()].filter((name) => [...name].length < 2 || /^\d+$/.test(name))
  expect(short).toEqual([])
})

test('an alias says something that the names and the other aliases do not', () => {
  const idle = entries.flatMap((entry) => {
    const keys = entry.aliases.map(({ text }) => foldKey(text))
    const repeated = keys.filter((key, index) => keys.indexOf(key) !== index)
    const named = entry.aliases.filter(({ text, weak }) => !weak && [entry.nameZh, entry.nameEn].includes(text))
    return [...repeated, ...named.map(({ text }) => text)].map((name) => `${entry.slug}: ${name}`)
  })
  expect(idle).toEqual([])
})

test.each([
  '中国',
  '美国',
  '华盛顿',
  '国会',
  '议会',
  '央行',
  '大学',
  '政府',
  '军方',
  '警方',
  '法院',
  '党',
  '人民',
  '财政部',
  '外交部',
  '国防部',
  '最高法院',
])('%s alone names no body', (word) => {
  expect(slugs(word, strong)).toEqual([])
})

test.each(['苹果', '小米', '大众', 'Orange', 'Target', 'Gap', 'Shell', 'Visa', 'Oracle'])(
  '%s is a common word: known as a name, but not enough to match',
  (word) => {
    expect(slugs(word).length).toBeGreaterThan(0)
    expect(slugs(word, strong)).toEqual([])
  },
)

test.each([
  ['香港证监会', 'Securities and Futures Commission'],
  ['谷歌', 'Google'],
  ['亚马逊云计算', 'Amazon Web Services'],
  ['AWS', 'Amazon Web Services'],
  ['微软', 'Microsoft'],
  ['欧华律师事务所', 'DLA Piper'],
  ['聯準會', 'Federal Reserve'],
  ['英格兰银行', 'Bank of England'],
  ['北約', 'NATO'],
  ['国家发改委', 'National Development and Reform Commission'],
  ['自民党', 'Liberal Democratic Party'],
  ['FT中文网', 'FT Chinese'],
])('%s is %s', (name, nameEn) => {
  expect((any.get(foldKey(name)) ?? []).map((entry) => entry.nameEn)).toContain(nameEn)
})

test('a body and the part of it that has a name of its own are two', () => {
  expect(slugs('亚马逊')).not.toContain('amazon-web-services')
  expect(slugs('金融时报')).not.toContain(slugs('FT中文网')[0])
})

test.each(['央行', '财政部', '外交部', '国会', '最高法院'])('%s is known of many countries, once of each', (word) => {
  const countries = (any.get(foldKey(word)) ?? []).map(({ country }) => country)
  expect(countries.length).toBeGreaterThan(40)
  expect(countries.filter((country, index) => countries.indexOf(country) !== index)).toEqual([])
})
