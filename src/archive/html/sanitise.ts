import sanitizeHtml from 'sanitize-html'

/** Elements that a block may hold; everything else is unwrapped, or dropped with its content if it is no text (script, style, form fields). */
export const inlineElements = [
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
] as const
const blockElements = [
  'blockquote',
  'caption',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'p',
  'pre',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
] as const

const options: sanitizeHtml.IOptions = {
  allowedTags: [...inlineElements, ...blockElements],
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: true,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  parser: { decodeEntities: true, lowerCaseTags: true },
}

/** Only what the lists above name is left: no scripts, handlers, styles, forms, frames, no `javascript:` or `data:` address. */
export function sanitise(html: string): string {
  return sanitizeHtml(html, options)
}
