import MarkdownIt from 'markdown-it'
import { loadHtml } from '../html/load-html.ts'
import { type ReadBlocks, readBlocks } from '../html/read-blocks.ts'
import type { DocumentProblem } from '../parsed-article.ts'
import { readTokens } from './read-tokens.ts'
import type { References } from './references.ts'

const inlineMark = /[\n\\`*_~[\]!<&]/g
const markdown = new MarkdownIt('commonmark', { html: true }).enable(['table', 'strikethrough'])
// Addresses stay as printed; what is unsafe about them is the sanitiser's business, for HTML and Markdown alike.
markdown.normalizeLink = (url) => url
markdown.normalizeLinkText = (url) => url
markdown.validateLink = () => true
// Line ends are plain already, and a NUL never comes so far.
markdown.core.ruler.disable('normalize')
// The parser's own rule stops at every character that any extension might begin with, this one where ours do.
markdown.inline.ruler.at('text', (state, isSilent) => {
  inlineMark.lastIndex = state.pos
  const end = Math.min(inlineMark.exec(state.src)?.index ?? state.posMax, state.posMax)
  if (end === state.pos) return false
  if (!isSilent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
})
// A paragraph without any of them is one piece of text.
markdown.core.ruler.at('inline', (state) => {
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue
    inlineMark.lastIndex = 0
    if (inlineMark.test(token.content)) state.md.inline.parse(token.content, state.md, state.env, token.children!)
    else if (token.content !== '') token.children!.push(Object.assign(new state.Token('text', '', 0), { content: token.content }))
  }
})

/** Definitions that were read already, in the form that the parser keeps its own in. */
function asEnvironment(references: References): Record<string, { href: string; title: string }> {
  const known: Record<string, { href: string; title: string }> = Object.create(null)
  for (const [label, url] of references) known[markdown.utils.normalizeReference(label)] = { href: url, title: '' }
  return known
}

/** The blocks of CommonMark with tables. Where whole blocks of it are HTML, they are those of the page that it renders to. */
export function readMarkdown(text: string, references: References): ReadBlocks & { problems: DocumentProblem[] } {
  const environment = { references: asEnvironment(references) }
  const tokens = markdown.parse(text, environment)
  const hasHtml = tokens.some((token) => token.type === 'html_block' && !/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(token.content))
  if (!hasHtml) {
    const { blocks, images } = readTokens(tokens)
    return { blocks, images, problems: [] }
  }
  const { $, problems } = loadHtml(markdown.renderer.render(tokens, markdown.options, environment))
  const { blocks, images } = readBlocks($.root()[0]!)
  return { blocks, images, problems }
}
