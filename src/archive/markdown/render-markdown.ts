import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt('commonmark', { html: true, maxNesting: 50 }).enable(['table', 'strikethrough'])

/** CommonMark with tables, as HTML. Raw HTML in it passes through: it is sanitised with everything else. */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}
