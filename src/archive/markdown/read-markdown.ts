import type { ParentNode } from 'domhandler'
import MarkdownIt from 'markdown-it'
import { loadHtml } from '../html/load-html.ts'
import type { DocumentProblem } from '../parsed-article.ts'
import { buildTree } from './build-tree.ts'

const markdown = new MarkdownIt('commonmark', { html: true }).enable(['table', 'strikethrough'])
// Addresses stay as printed; what is unsafe about them is the sanitiser's business, for HTML and Markdown alike.
markdown.normalizeLink = (url) => url
markdown.normalizeLinkText = (url) => url
markdown.validateLink = () => true

/** CommonMark with tables, as a tree of HTML elements. Raw HTML in it is part of the tree, and sanitised with everything else. */
export function readMarkdown(text: string): { root: ParentNode; problems: DocumentProblem[] } {
  const environment = {}
  const tokens = markdown.parse(text, environment)
  const hasHtml = tokens.some((token) => token.type === 'html_block' && !/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(token.content))
  if (!hasHtml) return { root: buildTree(tokens), problems: [] }
  const { $, problems } = loadHtml(markdown.renderer.render(tokens, markdown.options, environment))
  return { root: $.root()[0]!, problems }
}
