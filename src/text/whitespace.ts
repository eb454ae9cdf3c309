/** Runs of white space (no-break and full-width spaces, zero-width marks too) as one space, none at the ends. Joiners stay: they make one sign of several (👩‍💻). */
export function squash(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]+/g, ' ').trim()
}

/** `squash`, but null where nothing is left: an empty value is an absent one. */
export function squashOrNull(text: string | null | undefined): string | null {
  const squashed = squash(text ?? '')
  return squashed === '' ? null : squashed
}
