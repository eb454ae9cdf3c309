import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parseDocument } from '../../src/archive/parse-document.ts'
import type { ParsedArticle } from '../../src/archive/parsed-article.ts'

const folder = new URL('../../seeds/articles/', import.meta.url)
const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, ...parseDocument(readFileSync(new URL(file, folder), 'utf8'), file) }))
const articles = documents.map(({ article }) => article).filter((article) => article !== null)
const byUrl = new Map(articles.map((article) => [article.canonicalUrl, article]))
const translations = articles.filter(({ original }) => original !== null)

test('every article is read, and without a problem', () => {
  const troubled = documents.filter(({ article, problems }) => article === null || problems.length > 0)
  expect(troubled.map(({ file, problems }) => ({ file, problems }))).toEqual([])
  expect(articles.length).toBeGreaterThanOrEqual(40)
  expect(byUrl.size).toBe(articles.length)
})

test('publishers are invented: each on a host that can never be real', () => {
  const hosts = new Set(articles.map(({ url }) => new URL(url ?? '').hostname))
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
    const renderings = groupBy(desks.flatMap(glossesOf), ({ gloss }) => gloss)
    return (
      new Set(desks.map(({ publisher }) => publisher.slug)).size > 1 &&
      [...renderings.values()].some((forms) => new Set(forms.map(({ name }) => name)).size > 1)
    )
  })
  expect(differing.length).toBeGreaterThanOrEqual(2)
})

test('at least 25 glossed names recur in other articles', () => {
  const articlesByGloss = groupBy(articles.flatMap(glossesOf), ({ gloss }) => gloss)
  const recurring = [...articlesByGloss.values()].filter((found) => new Set(found.map(({ article }) => article)).size > 1)
  expect(recurring.length).toBeGreaterThanOrEqual(25)
})

function named(article: ParsedArticle, role: string): string[] {
  return article.credits.filter((credit) => credit.role === role).map(({ name }) => name)
}

/** The last Chinese characters before a bracket that opens with a capital letter: enough to compare renderings by. */
function glossesOf(article: ParsedArticle): { article: string; name: string; gloss: string }[] {
  return article.blocks.flatMap(({ text }) =>
    [...text.matchAll(/(\p{Script=Han}{2,4})[（(]([A-Z][^（）()]*)[）)]/gu)].map(([, name = '', gloss = '']) => ({
      article: article.canonicalUrl,
      name,
      gloss,
    })),
  )
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}
