import type { CheerioAPI } from 'cheerio/slim'
import { load } from 'cheerio/slim'
import type { DocumentProblem } from '../parsed-article.ts'
import { error, warning } from '../problems.ts'
import { boundHtml } from './bound-html.ts'

/** Markup left when oversized attributes (pictures written into the page) are dropped. */
const maxLength = 2_000_000

/** A document tree by htmlparser2: as forgiving as the archive's broken markup needs, a fifth of parse5's time. */
export function loadHtml(html: string): { $: CheerioAPI; problems: DocumentProblem[] } {
  const bounded = boundHtml(html)
  const problems: DocumentProblem[] = []
  if (bounded.html.length > maxLength) {
    const message = `The document has ${bounded.html.length} characters of markup, more than ${maxLength}: split it, or leave it out of the import.`
    return { $: load('', {}, false), problems: [error('TOO_LARGE', message)] }
  }
  if (bounded.droppedTags > 0) {
    problems.push(
      warning(
        'NESTED_TOO_DEEP',
        `${bounded.droppedTags} tags stood too deep in one another, or behind 100,000 others, and were dropped, their text kept; check the document's markup.`,
      ),
    )
  }
  if (bounded.strippedTags > 0) {
    problems.push(
      warning(
        'TOO_MANY_ATTRIBUTES',
        `${bounded.strippedTags} tags had more than 20,000 characters of attributes, which were dropped; check the document's markup.`,
      ),
    )
  }
  // In one element of its own: a selection from many roots takes quadratic time.
  return { $: load(`<archived-page>${bounded.html}`, { xml: { xmlMode: false, decodeEntities: true } }, false), problems }
}
