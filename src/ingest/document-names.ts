import path from 'node:path'

const documentEndings = new Set(['.md', '.markdown', '.mdown', '.mkd', '.txt', '.text', '.html', '.htm', '.xhtml'])
/** Files that stand beside documents and speak of the folder, not of the world. */
const aboutTheFolder =
  /^(?:readme|licen[sc]e|copying|contributing|changelog|code_of_conduct)(?:[.\-_][a-z]{2}(?:[-_][a-z]{2,4})?)?$/i

/** Whether a file met in a folder or an archive looks like a document by its name. */
export function isDocumentName(file: string): boolean {
  const { base, name, ext } = path.posix.parse(file)
  const isHidden = file.split('/').some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || part === '__MACOSX')
  return !isHidden && documentEndings.has(ext.toLowerCase()) && !aboutTheFolder.test(name) && base !== ''
}

/** What to call a file that is no document, so that many of one kind are counted together. */
export function kindOfFile(file: string): string {
  const { base, name, ext } = path.posix.parse(file)
  if (base.startsWith('.') || file.includes('__MACOSX/')) return 'hidden'
  if (aboutTheFolder.test(name)) return `${name.toUpperCase()}${ext}`
  return ext === '' ? 'without ending' : ext.toLowerCase()
}

/** HTML may be anything: met in a folder, it is a document only if it begins as one of the archive's documents or as a whole page. */
export function isDocument({ file, isNamed }: { file: string; isNamed: boolean }, text: string): boolean {
  return isNamed || !/\.x?html?$/i.test(file) || beginsAsDocument.test(text.slice(0, 2000))
}
const beginsAsDocument = /^\s*(?:---\s|<!--\s*\d{9,14}\s*-->|\[[^\n]{1,500}\]\(https?:|<!doctype html|<html[\s>]|<head[\s>])/i
