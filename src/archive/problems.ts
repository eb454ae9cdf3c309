import type { DocumentProblem } from './parsed-article.ts'

/** The document could not be kept. */
export function error(code: string, message: string, place: string | null = null): DocumentProblem {
  return { severity: 'ERROR', code, message, place }
}

/** The document is kept, but something that an article should have is missing or damaged. */
export function warning(code: string, message: string, place: string | null = null): DocumentProblem {
  return { severity: 'WARNING', code, message, place }
}

/** Worth knowing; nothing needs doing. */
export function note(code: string, message: string, place: string | null = null): DocumentProblem {
  return { severity: 'NOTE', code, message, place }
}
