import { squashOrNull } from '../../text/whitespace.ts'
import type { ParsedImage } from '../parsed-article.ts'
import { type Attributes, tidyAddress } from './inline-writer.ts'

/** Hosts and paths whose images count readers instead of showing anything. */
const counters =
  /(?:\/_\/stat\?|pixel(?:\.gif|\?|\/)|\/(?:tr|beacon|count|counter|1x1)(?:\.gif|\?)|feedburner\.com\/~|doubleclick\.net|google-analytics\.com|statcounter\.com)/i

/** Address and alternative text of an image; null for tracking pixels, spacers and addresses that are no http(s) link. */
export function readImage(attributes: Attributes): Omit<ParsedImage, 'caption'> | null {
  const url = [attributes['src'], attributes['data-src'], attributes['data-original'], attributes['data-lazy-src']].find(
    isImageAddress,
  )
  if (url === undefined || counters.test(url)) return null
  const isTiny = (size: string | undefined) => size !== undefined && /^\s*[0-3](?:px)?\s*$/.test(size)
  if (isTiny(attributes['width']) || isTiny(attributes['height'])) return null
  if (/display\s*:\s*none|(?:^|;)\s*(?:width|height)\s*:\s*[0-3]px/i.test(attributes['style'] ?? '')) return null
  return { url: tidyAddress(url), alt: squashOrNull(attributes['alt']) }
}

function isImageAddress(address: string | undefined): boolean {
  if (address === undefined) return false
  const text = address.trim()
  // Of another scheme, or no address at all.
  return text !== '' && (/^https?:/i.test(text) || !/^[a-z][a-z\d+.-]*:|[\s<>"]/i.test(text))
}
