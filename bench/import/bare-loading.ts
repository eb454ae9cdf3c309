import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio/slim'
import MarkdownIt from 'markdown-it'

/** What all is measured against: cheerio over htmlparser2 and nothing else. */
export function loadPages(pages: readonly string[]): void {
  for (const page of pages) load(page, { xml: { xmlMode: false, decodeEntities: true } }, false)
}

export const filesIn = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))

/** The HTML of Markdown documents. */
export function renderPages(files: readonly string[]): string[] {
  const markdown = new MarkdownIt('commonmark', { html: true }).enable(['table'])
  return files.map((file) => markdown.render(readFileSync(file, 'utf8')))
}
