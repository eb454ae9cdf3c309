import { boundMarkdown } from './markdown/bound-markdown.ts'
import type { DocumentProblem, ParsedDocument } from './parsed-article.ts'
import { error } from './problems.ts'
import { type DocumentParts, readArchiveDocument } from './read-archive-document.ts'
import { readEnvelope } from './read-envelope.ts'
import { readFrontMatter } from './read-front-matter.ts'
import { readMarkdownDocument } from './read-markdown-document.ts'

/** Rises with every change that reads documents differently, so that an archive knows what to read again. */
export const parserVersion = 9

/** Longer than any article: what is longer is a dump, a book or a mistake. */
export const maxLength = 10_000_000
/** What is left when pictures written into the text are taken out: 600,000 characters are a long book. */
const maxMarkdownLength = 600_000

/**
 * Reads one document. Pure, and never throws: what cannot be read is an ERROR in `problems`, what is missing a WARNING.
 * `file` is its relative path; it only stands in for a missing URL.
 */
export function parseDocument(text: string, file: string): ParsedDocument {
  const refusal = refuse(text)
  if (refusal !== null) return { article: null, problems: [refusal] }
  const clean = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).replace(/^\ufeff+/, '')
  const frontMatter = readFrontMatter(clean)
  const envelope = readEnvelope(frontMatter?.rest ?? clean)
  const parts: DocumentParts = { frontMatter, envelope, body: envelope?.body ?? frontMatter?.rest ?? clean, file }
  if (isHtml(parts.body)) return readArchiveDocument(parts)
  const body = boundMarkdown(parts.body)
  return body.length > maxMarkdownLength ? tooLarge(body.length, maxMarkdownLength) : readMarkdownDocument({ ...parts, body })
}

/** What is written at the beginning of lines of Markdown, and its links. */
const markdownMark = /^(?:#{1,6} \S|```|={4,}$|(?:> ?)?[*-] \S|\[[^\]\n]+\]:)|\]\(https?:/gm

const firstTag =
  /^<(?:!doctype|html|head|body|div|article|section|main|p|span|h[1-6]|figure|table|blockquote|ul|ol|br|hr|\/div|\/p|font|center)\b/i

/** A body that begins with markup, or holds far more paragraphs in markup than between blank lines, and has not more marks of Markdown. */
function isHtml(body: string): boolean {
  const start = body
    .slice(0, 2000)
    .replace(/<!--[\s\S]*?-->/g, '')
    .trimStart()
  const marked = body.match(/<(?:p|div)\b|<br\b[^<>]*>\s*<br\b/gi)?.length ?? 0
  const mayBe = firstTag.test(start) || (marked > 3 && marked > (body.match(/\n[ \t]*\n/g)?.length ?? 0) * 2)
  return mayBe && (body.match(markdownMark)?.length ?? 0) <= Math.max(2, marked)
}

function tooLarge(length: number, limit: number): ParsedDocument {
  const message = `The document has ${length} characters of text, more than ${limit}: split it, or leave it out of the import.`
  return { article: null, problems: [error('TOO_LARGE', message)] }
}

function refuse(text: string): DocumentProblem | null {
  if (text.length > maxLength) {
    return error(
      'TOO_LARGE',
      `The document has ${text.length} characters, more than ${maxLength}: split it, or leave it out of the import.`,
    )
  }
  if (text.trim() === '') return error('EMPTY_DOCUMENT', 'The document is empty: fetch it again, or delete the file.')
  const sample = text.slice(0, 20_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file.
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (text.includes('\u0000') || strange * 20 > sample.length) {
    return error('NOT_TEXT', 'The file is not text, or in an unknown encoding: save it as UTF-8, or leave it out of the import.')
  }
  return null
}
