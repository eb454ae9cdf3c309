/**
 * Markup that no article has: hundreds of elements in one another, thousands of attributes on one. A parser takes quadratic time
 * over it and a recursive reader runs out of stack, so it is cut down in one linear pass before anything is parsed.
 */
const maxDepth = 200
const maxAttributesLength = 20_000

/** Elements without an end, or whose end is usually left out: they do not nest in themselves. */
const notNesting = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option'.split(' '),
)
/** Elements whose content is read as text up to their end tag. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])
const tagName = /[a-zA-Z][^\s/>]*/y

export interface BoundedHtml {
  html: string
  /** Tags dropped because they stood too deep. */
  droppedTags: number
  /** Tags whose attributes were dropped because there were too many. */
  strippedTags: number
}

/** Drops tags beyond a depth of 200 and attribute lists beyond 20,000 characters; text is never dropped. Linear. */
export function boundHtml(html: string): BoundedHtml {
  const pieces: string[] = []
  const open: string[] = []
  let kept = 0
  let droppedTags = 0
  let strippedTags = 0
  let at = html.indexOf('<')
  while (at !== -1) {
    if (html.startsWith('<!--', at)) {
      at = nextTag(html, html.indexOf('-->', at + 4))
      continue
    }
    const isEnd = html[at + 1] === '/'
    tagName.lastIndex = at + (isEnd ? 2 : 1)
    const match = tagName.exec(html)
    if (match === null) {
      at = html.indexOf('<', at + 1)
      continue
    }
    const name = match[0].slice(0, 20).toLowerCase()
    const nameEnd = tagName.lastIndex
    const end = endOfTag(html, nameEnd)
    let isTooDeep = false
    if (!notNesting.has(name)) {
      if (isEnd) {
        const opened = open.lastIndexOf(name)
        if (opened !== -1) open.length = opened
      } else if (open.length >= maxDepth) isTooDeep = true
      else open.push(name)
    }
    if (isTooDeep) {
      pieces.push(html.slice(kept, at))
      kept = end
      droppedTags += 1
    } else if (end - nameEnd > maxAttributesLength) {
      pieces.push(html.slice(kept, nameEnd), '>')
      kept = end
      strippedTags += 1
    }
    if (!isEnd && rawText.has(name)) {
      open.pop()
      at = endOfRawText(html, name, end)
    } else at = html.indexOf('<', end)
  }
  if (kept === 0) return { html, droppedTags, strippedTags }
  pieces.push(html.slice(kept))
  return { html: pieces.join(''), droppedTags, strippedTags }
}

function nextTag(html: string, from: number): number {
  return from === -1 ? -1 : html.indexOf('<', from)
}

function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  const match = end.exec(html)
  return match === null ? -1 : nextTag(html, end.lastIndex)
}

/** Index after the `>` that ends a tag, quoted values skipped; the end of the text for a tag that never ends. */
function endOfTag(html: string, from: number): number {
  let isAfterEquals = false
  for (let at = from; at < html.length; at += 1) {
    const code = html.charCodeAt(at)
    if (code === 0x3e) return at + 1
    if (isAfterEquals && (code === 0x22 || code === 0x27)) {
      const close = html.indexOf(html[at]!, at + 1)
      if (close === -1) return html.length
      at = close
      isAfterEquals = false
    } else if (code === 0x3d) isAfterEquals = true
    else if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) isAfterEquals = false
  }
  return html.length
}
