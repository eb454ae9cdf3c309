import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface DocumentParts {
  url?: string
  title?: string
  /** Milliseconds since 1970; null prints none. */
  time?: number | null
  paragraphs?: readonly string[]
}

/** A document in the archive's own format. */
export function documentText({
  url = 'https://daily.example/story/1',
  title = '河边的图书馆',
  time = Date.UTC(2020, 4, 1),
  paragraphs = ['市政府上周打开了河边的新图书馆，读者排起了长队。'],
}: DocumentParts = {}): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
  return `${time === null ? '' : `<!--${time}-->\n`}[${title}](${url})\n------\n\n<div class="story-body">${body}</div>\n`
}

/** A folder of files that is gone after the test; values are what the files hold. */
export function writeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'interlinear-documents-'))
  addFiles(folder, files)
  return folder
}

export function addFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
