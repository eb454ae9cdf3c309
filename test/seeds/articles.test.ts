import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parseDocument } from '../../src/archive/parse-document.ts'
import type { ParsedArticle } from '../../src/archive/parsed-article.ts'
import { loadGazetteer } from '../../src/commands/load-gazetteer.ts'
import { learn } from '../../src/entities/learn.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import type { TextToRead } from '../../src/entities/recognition.ts'

const folder = new URL('../../seeds/articles/', import.meta.url)
const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, ...parseDocument(readFileSync(new URL(file, folder), 'utf8'), file) }))
const articles = documents.map(({ article }) => article).filter((article) => article !== null)
const byUrl = new Map(articles.map((article) => [article.canonicalUrl, article]))
const translations = articles.filter(({ original }) => original !== null)

const gazetteer = await loadGazetteer()
const recogniser = createRecogniser(
  gazetteer,
  articles.flatMap((article) => learn(textOf(article), gazetteer)),
)
const recognitions = new Map(articles.map((article) => [article, recogniser.recognise(textOf(article))]))
const organisationsOf = (article: ParsedArticle) => recognitions.get(article)?.organisations ?? []

test('every article is read, and without a problem', () => {
  const troubled = documents.filter(({ article, problems }) => article === null || problems.length > 0)
  expect(troubled.map(({ file, problems }) => ({ file, problems }))).toEqual([])
  expect(articles.length).toBeGreaterThanOrEqual(40)
  expect(byUrl.size).toBe(articles.length)
})

test('publishers are invented: each on a host that can never be real', () => {
  const hosts = new Set(articles.map(({ url }) => new URL(url ?? '').hostname))
  for (const { publisher } of articles) for (const host of publisher.hostnames) hosts.add(host)
  expect([...hosts].filter((host) => !host.endsWith('.example'))).toEqual([])
  expect(new Set(articles.map(({ publisher }) => publisher.slug)).size).toBeGreaterThanOrEqual(3)
})

test('an article has a time from 2015 to 2024 and four to nine blocks of text', () => {
  for (const { canonicalUrl, publishedAt, blocks } of articles) {
    const prose = blocks.filter(({ kind }) => kind !== 'CAPTION' && kind !== 'IMAGE')
    expect([canonicalUrl, publishedAt?.getUTCFullYear()]).toEqual([canonicalUrl, expect.any(Number)])
    expect(publishedAt?.getUTCFullYear()).toBeGreaterThanOrEqual(2015)
    expect(publishedAt?.getUTCFullYear()).toBeLessThanOrEqual(2024)
    expect(prose.length).toBeGreaterThanOrEqual(4)
    expect(prose.length).toBeLessThanOrEqual(9)
  }
})

test('most are Simplified Chinese, some Traditional, some English', () => {
  const count = (language: string) => articles.filter((article) => article.language === language).length
  expect(count('zh-Hant')).toBeGreaterThanOrEqual(8)
  expect(count('en')).toBeGreaterThanOrEqual(5)
  expect(count('zh-Hans')).toBeGreaterThan(articles.length / 2)
  expect(count('zh-Hans') + count('zh-Hant') + count('en')).toBe(articles.length)
})

test('translators differ in how much they translated, and no credit is left in the text', () => {
  const counts = new Map<string, number>()
  for (const name of articles.flatMap((article) => named(article, 'TRANSLATOR'))) counts.set(name, (counts.get(name) ?? 0) + 1)
  expect(counts.size).toBeGreaterThanOrEqual(8)
  expect(new Set(counts.values()).size).toBeGreaterThanOrEqual(4)
  const names = [...counts.keys()]
  const left = articles.flatMap(({ blocks }) => blocks.map(({ text }) => text))
  expect(left.filter((text) => names.some((name) => text.includes(name)) || /原文|译者|譯者|英文报道/.test(text))).toEqual([])
})

test('authors, proofreaders, an image and articles that nobody translated are among them', () => {
  const roles = articles.map((article) => article.credits.map(({ role }) => role))
  expect(roles.some((printed) => printed.includes('AUTHOR') && printed.includes('PROOFREADER'))).toBe(true)
  expect(articles.some(({ images }) => images.length > 0)).toBe(true)
  const untranslated = articles.filter((article) => article.language !== 'en' && named(article, 'TRANSLATOR').length === 0)
  expect(untranslated.length).toBeGreaterThanOrEqual(2)
  expect(untranslated.flatMap(({ original }) => original ?? [])).toEqual([])
})

test('every translation names its original, and several originals stand in the folder themselves', () => {
  const translated = articles.filter((article) => named(article, 'TRANSLATOR').length > 0)
  expect(translated.filter(({ original }) => original === null).map(({ canonicalUrl }) => canonicalUrl)).toEqual([])
  const present = translations.filter(({ original }) => byUrl.get(original?.canonicalUrl ?? '')?.language === 'en')
  expect(present.length).toBeGreaterThanOrEqual(6)
})

test('desks that translated one original name its bodies in their own way', () => {
  const differing = [...groupBy(translations, ({ original }) => original?.canonicalUrl ?? '').values()].filter((desks) => {
    const forms = groupBy(
      desks.flatMap((desk) => organisationsOf(desk).flatMap(({ key, forms: [first = ''] }) => ({ key, first }))),
      ({ key }) => key,
    )
    return (
      new Set(desks.map(({ publisher }) => publisher.slug)).size > 1 &&
      [...forms.values()].some((found) => new Set(found.map(({ first }) => first)).size > 1)
    )
  })
  expect(differing.length).toBeGreaterThanOrEqual(2)
})

test('at least 25 organisations are glossed in several articles', () => {
  const glossed = groupBy(
    articles.flatMap((article) => organisationsOf(article).filter(({ gloss }) => gloss !== null)),
    ({ key }) => key,
  )
  expect([...glossed.values()].filter((found) => found.length > 1).length).toBeGreaterThanOrEqual(25)
})

test.each([
  ['优步', '優步', 'Uber'],
  ['脸书', '脸谱', '臉書', 'Facebook'],
  ['英伟达', '輝達', 'Nvidia'],
  ['美联储', '聯準會', 'Federal Reserve'],
  ['空客', '空中巴士', 'Airbus'],
  ['通用电气', '奇異', 'General Electric'],
  ['国际货币基金组织', '國際貨幣基金'],
])('%s and its other renderings are one organisation', (...renderings) => {
  const bearers = new Set(
    articles.flatMap((article) =>
      organisationsOf(article)
        .filter(({ forms }) => forms.some((form) => renderings.includes(form)))
        .map(({ key }) => key),
    ),
  )
  const forms = articles.flatMap((article) => organisationsOf(article).flatMap((organisation) => organisation.forms))
  expect(renderings.filter((rendering) => !forms.includes(rendering))).toEqual([])
  expect(bearers.size).toBe(1)
})

test('people are told from organisations', () => {
  const people = articles.flatMap((article) => recognitions.get(article)?.people.map(({ gloss }) => gloss) ?? [])
  expect(people.sort()).toEqual(['Morris Chang', 'Tim Berners-Lee', 'Tim Berners-Lee'])
})

function named(article: ParsedArticle, role: string): string[] {
  return article.credits.filter((credit) => credit.role === role).map(({ name }) => name)
}

function textOf({ title, lead, blocks, language }: ParsedArticle): TextToRead {
  return { title, lead, language, paragraphs: blocks.map(({ kind, text }) => (kind === 'CODE' ? null : text)) }
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}
