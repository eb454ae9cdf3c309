import { describe, expect, test } from '@jest/globals'
import { canonicalUrl, hostOf } from '../../src/text/canonical-url.ts'

describe('canonicalUrl', () => {
  test.each([
    ['folds scheme, www. and trailing slash', 'http://www.Example.org/a/b/', 'https://example.org/a/b'],
    ['folds tracking parameters', 'https://example.org/a?utm_source=x&id=7&fbclid=y', 'https://example.org/a?id=7'],
    [
      'keeps a query that chooses the page',
      'http://phoronix.example/scan.php?page=news_item&px=MTU',
      'https://phoronix.example/scan.php?page=news_item&px=MTU',
    ],
    ['orders the parameters', 'https://example.org/?b=2&a=1', 'https://example.org?a=1&b=2'],
    ['folds the fragment', 'https://example.org/a#.k46dd8', 'https://example.org/a'],
    ['folds default ports and keeps others', 'http://example.org:80/a', 'https://example.org/a'],
    ['keeps another port', 'http://example.org:8080/a', 'https://example.org:8080/a'],
    ['folds the case and the need of escapes', 'https://example.org/%7ea/%e4%b8%ad%2f', 'https://example.org/~a/%E4%B8%AD%2F'],
    ['keeps bytes that are no UTF-8', 'https://example.org/%d6%d0', 'https://example.org/%D6%D0'],
    ['drops parameters without a name', 'https://example.org/a?&=&id=7', 'https://example.org/a?id=7'],
    ['escapes what was printed as it is', 'https://example.org/中', 'https://example.org/%E4%B8%AD'],
    ['reads an address without scheme', 'www.example.org/a', 'https://example.org/a'],
    ['keeps parentheses', 'https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ["folds Medium's source", 'https://medium.example/p-1?source=rss-7e0de79fece------2', 'https://medium.example/p-1'],
    ['keeps a source that is none of those', 'https://example.org/p?source=archive', 'https://example.org/p?source=archive'],
  ])('%s', (_, printed, expected) => {
    expect(canonicalUrl(printed)).toBe(expected)
    expect(canonicalUrl(expected)).toBe(expected)
  })

  test("drops the parameters that a publisher's profile names", () => {
    expect(canonicalUrl('https://cn.ft.com/story/001?full=y', { ignoredParameters: ['full'] })).toBe(
      'https://cn.ft.com/story/001',
    )
  })

  test.each(['', 'undefined', 'Owen Williams', 'javascript:alert(1)', 'mailto:a@example.org', 'http://', '#top'])(
    'is null for %p',
    (address) => {
      expect(canonicalUrl(address)).toBeNull()
      expect(hostOf(address)).toBeNull()
    },
  )
})
